"""Everything that becomes a Word document: forms, checklists, confirmations, the book."""
