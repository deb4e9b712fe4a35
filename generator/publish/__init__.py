"""Puts artifacts on disk: the only part of the product that writes."""
