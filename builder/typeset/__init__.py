"""Fonts, and how much room text takes."""
