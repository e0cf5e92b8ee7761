"""The order of the steps. Only this room knows it; each step is a function of another room."""
