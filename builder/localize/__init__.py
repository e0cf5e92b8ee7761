"""Extract, merge, translate, review: the model and its catalogues. Home of rapidfuzz; nothing here touches the disk."""
