"""A deck → PowerPoint's package: native slides on the template's layouts, notes, sections; written directly."""

from builder.write.pptx.deck import write_pptx

__all__ = ["write_pptx"]
