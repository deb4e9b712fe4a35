"""What every wing stands on: findings, artifacts, keys, languages; it knows no handbook."""
