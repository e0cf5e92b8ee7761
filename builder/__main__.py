"""`python -m builder` is `course`."""

from builder.cli import main

main()
