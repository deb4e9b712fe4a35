"""Findings that are declared beside the rules and raised by the site and by `collect`."""
