"""Out to translators' programs and back: XLIFF, TMX, TBX, Word, CSV."""
