"""What a language needs: one table per language, and the interface's words. Home of babel."""
