"""What the places of a layout are for: the numbers that our own theme gives to its placeholders."""

TITLE, BODY, SECOND, TABLE, PICTURE, NUMBER, IMPRINT, PANEL, LABEL, CAPTION, NOTE, THIRD, CHART, STATEMENT = range(14)
CARD, HEAD, DETAIL = 21, 31, 41
"""The first of several."""
STRIP, SLIDE, LOGOS = 90, 91, 92
BORROWED = 1000
"""Added to the number of a place that a publisher's template does not have."""
VISUALS = (TABLE, PICTURE, CHART)
"""Places of what is no text."""
