"""Output → bytes: each format serialised, nothing decided. Home of jinja2 and typst."""
