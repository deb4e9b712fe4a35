"""Help for those who write a handbook: a live preview, and scaffolds to start from."""
