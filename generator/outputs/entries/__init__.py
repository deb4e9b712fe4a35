"""The entries of the catalogue of outputs, one module each; none knows another."""
