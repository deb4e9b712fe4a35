"""The live preview: a saved file shows in the open page; nothing of it reaches the site."""
