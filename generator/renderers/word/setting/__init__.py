"""Sets blocks as Word documents: what the book, the checklists and the confirmations share."""
