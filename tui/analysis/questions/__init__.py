"""What a text itself leaves open."""

from tui.analysis.questions.question_extractor import find_questions

__all__ = ["find_questions"]
