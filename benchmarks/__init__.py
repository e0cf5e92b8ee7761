"""How fast we are, beside pandoc on the same material in the same run; and how cost grows with the corpus."""
