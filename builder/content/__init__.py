"""What lessons and outputs are both made of: phrases and inlines, prose, interactions. Data only, nothing decides."""
