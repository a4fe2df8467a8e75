"""One method for each of the auditor's questions; its types stand in ``asking.pyi``, which ``make docs`` writes."""

from governance.questions import QUESTIONS
from governance.questions.methods import Method

__all__ = ["Asking"]


class Asking:
    """The questions by their names: ``ledger.missing_minutes()`` is ``ledger.ask("missing_minutes")``."""


for question in QUESTIONS.values():
    setattr(Asking, question.name, Method(question))
