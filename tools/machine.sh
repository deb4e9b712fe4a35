#!/bin/sh
# Makes a machine ready for the gates, by the table in machine.txt. Plain sh: it is what runs
# before there is a Python.
#
#   sh tools/machine.sh               install what is not there, or say the one command to run
#   sh tools/machine.sh missing GATE  print the packages that a gate needs and that are not there
#   sh tools/machine.sh need GATE     the same as a sentence; leaves with 1 when something is missing
set -eu

here=$(dirname "$0")
table=$here/machine.txt
python=${PYTHON:-python3}
install="apt-get install --yes --no-install-recommends"

# Whether what a row looks for is there: there KIND NAME…
there() {
	kind=$1
	shift # the names come with their wildcards expanded
	case $kind in
	program)
		for name; do command -v "$name" >/dev/null 2>&1 || return 1; done
		return 0
		;;
	file) for name; do [ -e "$name" ] && return 0; done ;;
	font) command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list ":lang=$1" family)" ] && return 0 ;;
	module)
		for name; do "$python" -c "import $name" >/dev/null 2>&1 || return 1; done
		return 0
		;;
	*)
		echo "$table: it cannot look for a $kind." >&2
		exit 2
		;;
	esac
	return 1
}

# The packages that are not there: of all rows, or of those that one gate needs.
missing() {
	gate=${1:-}
	grep -v '^ *#' "$table" | while IFS='|' read -r package looks gates; do
		case " $gates " in *" $gate "*) ;; *) [ -z "$gate" ] || continue ;; esac
		# shellcheck disable=SC2086 # words and wildcards are meant
		there $looks || echo $package
	done
}

line() { tr '\n' ' ' | sed 's/ $//'; }

case ${1:-} in
missing)
	missing "${2:-}"
	exit
	;;
need)
	lacking=$(missing "$2" | line)
	[ -z "$lacking" ] && exit 0
	echo "Not on this machine: $lacking (packages of Debian and Ubuntu). Run: make machine" >&2
	exit 1
	;;
esac

lacking=$(missing | line)
if [ -z "$lacking" ]; then
	echo "This machine has all $(grep -c '^[^#]' "$table") packages of $table."
	exit 0
fi
echo "Not on this machine: $lacking"
if ! command -v apt-get >/dev/null 2>&1; then
	echo "Install what they bring; the names are those of Debian 12. Then run this again." >&2
	exit 1
fi
if [ "$(id -u)" = 0 ]; then
	as_root=sh
elif sudo -n true 2>/dev/null; then
	as_root="sudo -n sh"
elif command -v sudo >/dev/null 2>&1; then
	echo "To install it, run: sudo sh -c 'apt-get update && $install $lacking'" >&2
	exit 1
else
	echo "To install it, run: su -l -c 'apt-get update && $install $lacking'" >&2
	exit 1
fi
echo "apt-get update && $install $lacking"
$as_root -c "export DEBIAN_FRONTEND=noninteractive; apt-get -qq update && $install -qq $lacking" >/dev/null
still=$(missing | line)
if [ -n "$still" ]; then
	echo "Installed, and yet not found: $still" >&2
	exit 1
fi
echo "This machine now has all packages of $table."
