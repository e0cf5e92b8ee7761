"""The course as teaching: workspace, courses, modules, lessons, questions. Data only; a writer never sees it."""
