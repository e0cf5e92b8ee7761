"""Decks, documents, quizzes: every decision taken, nothing serialised. What planners make and writers draw."""
