"""What a schema cannot say: rules over the whole handbook, one module each."""
