"""Turns YAML process specifications into a company's published process handbook."""

__version__ = "0.1.0"
