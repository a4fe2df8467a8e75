"""From an interview to a mandate file: what is asked, how an answer is understood, and the text of the file."""

from governance.duties.interview.questions import QUESTIONS, Question, Taking
from governance.duties.interview.writing import mandate_file

__all__ = ["QUESTIONS", "Question", "Taking", "mandate_file"]
