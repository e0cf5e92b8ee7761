"""Model → output: every decision taken here; text measured, slides split, words of ours set in."""
