"""Text → model: lessons by `lesson.read_lesson`, each YAML file by a reader of its own; no author's text raises."""
