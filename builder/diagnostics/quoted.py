"""A text as a finding shows it: in one line, and not all of a long one."""


def quoted(text: str, *, most: int = 60) -> str:
    """Return a text between quotation marks, cut with an ellipsis where it has more than so many characters."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= most else f"“{line[: most - 1]}…”"
