"""Names bound: citations, terms, variables, references, figures, ids; a finding where one has nothing to stand for."""
