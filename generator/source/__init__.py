"""From files to data: reads folders and YAML, checks the shape, binds the model's objects."""
