"""Reads filled Word forms back: from untrusted files to validated records and stores."""
