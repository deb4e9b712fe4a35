"""A returned form as a person sees it, beside the blank one: what was added belongs somewhere."""
