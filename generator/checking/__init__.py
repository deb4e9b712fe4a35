"""From a folder to a checked handbook, with all findings in one run."""
