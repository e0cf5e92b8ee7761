"""Coursewright: one Markdown source, every language, every form. The walk through the house is in README.md."""

__version__ = "0.1.0"
