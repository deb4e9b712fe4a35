"""Starts a handbook, a process, a form or a role from the starter handbook."""
