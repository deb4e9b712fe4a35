"""What pages and documents say, as neutral blocks that each renderer puts into its own form."""
