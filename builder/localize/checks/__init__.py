"""Checks of translations: small rules over an English message and what a catalogue makes of it."""
