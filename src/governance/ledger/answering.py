"""What a ledger answers: obligations, the auditor's questions, explanations, differences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from governance.answers import Answers, KnownAt, day_asked, known_position
from governance.compliance.answer import Answer
from governance.compliance.facts import Facts
from governance.compliance.item import Item, item_of
from governance.compliance.obligations import judge_all
from governance.compliance.values import Obligation, Verdict
from governance.ledger.explanation import Explanation, explain
from governance.model.network import Network
from governance.text import _
from governance.time import day_in

if TYPE_CHECKING:
    from governance.ledger.desk import Desk

__all__ = ["Answering"]


class Answering:
    """Every answer takes ``as_of`` (the day it speaks of; today where left out) and ``known_at`` (an instant, the end of
    a day, or a position ``#17``; all that is known where left out), for one ``network`` or all."""

    desk: Desk

    def overdue(
        self, *, network: str | None = None, as_of: date | str | None = None, known_at: KnownAt = None
    ) -> Answer[Item]:
        """What is overdue, whose, and by how long (question 1)."""
        return Answers(self.desk).overdue(network=network, as_of=as_of, known_at=known_at)

    def obligations(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        verdicts: Sequence[Verdict] = (),
    ) -> Answer[Item]:
        """Every obligation that there is, or those with one of these verdicts."""
        return Answers(self.desk).obligations(network=network, as_of=as_of, known_at=known_at, verdicts=verdicts)

    def due(
        self,
        *,
        days: int = 30,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Item]:
        """What falls due in the next days, earliest first (question 7)."""
        return Answers(self.desk).due(days=days, network=network, as_of=as_of, known_at=known_at)

