"""Changes that the program makes to the sources: renaming things, and mending findings."""
