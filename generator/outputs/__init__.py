"""What the product puts out: what each output makes, from which renderer, under which path."""
