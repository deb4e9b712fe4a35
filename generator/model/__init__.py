"""The handbook as frozen objects: as written in each file, and resolved as a whole."""
