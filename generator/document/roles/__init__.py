"""The parts of a role's page, each by a function of its own; `role_page` puts them in order."""
