"""What became of one form over time: arrivals are kept for good, versions are derived from them."""
