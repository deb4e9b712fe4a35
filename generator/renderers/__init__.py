"""Each renderer turns the handbook into one family of files; none knows another."""
