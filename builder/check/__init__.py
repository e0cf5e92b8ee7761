"""Rules that a workspace must keep: model → diagnostics, one rule family a file; pictures made safe to pass on."""
