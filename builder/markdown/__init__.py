"""Markdown → blocks and inlines, with exact lines. Home of markdown-it-py: nothing else imports it."""
