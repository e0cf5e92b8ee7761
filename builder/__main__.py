"""`python -m builder` is `course`."""

from builder.cli import main

if __name__ == "__main__":
    main()
