"""What a ledger answers: obligations, the auditor's questions, explanations, differences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from governance.errors import NotYetOwed, QuestionUnknown
from governance.ledger.asking import Asking
from governance.ledger.desk import Desk
from governance.model.network import Network
from governance.time import day_in

if TYPE_CHECKING:
    from governance.answers import KnownAt
    from governance.compliance.answer import Answer
    from governance.compliance.facts import Facts
    from governance.compliance.item import Item
    from governance.compliance.values import Verdict
    from governance.ledger.explanation import Explanation
    from governance.ledger.labels import Labels
    from governance.questions.view import View

__all__ = ["Answering"]


class Answering(Asking):
    """Every answer takes ``as_of`` (the day it speaks of; today where left out) and ``known_at`` (an instant, the end
    of a day, or a position ``#17``; all that is known where left out), of one ``network`` or all."""

    desk: Desk

    def overdue(
        self, *, network: str | None = None, as_of: date | str | None = None, known_at: KnownAt = None
    ) -> Answer[Item]:
        """What is overdue, whose, and by how long (question 1)."""
        from governance.answers import Answers

        return Answers(self.desk).overdue(network=network, as_of=as_of, known_at=known_at)

    def obligations(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        verdicts: Sequence[Verdict] = (),
        assume: Sequence[str] = (),
    ) -> Answer[Item]:
        """Every obligation that there is, or those with one of these verdicts. ``assume`` fills silences of the mandate
        for the sake of the question (``minutes=14d``, ``Se2=10wd``); nothing of it is recorded.

        Raises AssumptionFillsNothing.
        """
        from governance.answers import Answers

        if assume:
            return self._supposed(assume, network, as_of, known_at, verdicts)
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
        from governance.answers import Answers

        return Answers(self.desk).due(days=days, network=network, as_of=as_of, known_at=known_at)

    def ask(
        self,
        question: str,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        **parameters: Any,
    ) -> Answer[Any]:
        """One of the auditor's questions by its name (``governance.questions.QUESTIONS``).

        Raises QuestionUnknown.
        """
        from governance.compliance.answer import Answer
        from governance.questions import QUESTIONS

        if question not in QUESTIONS:
            raise QuestionUnknown(name=question)
        view, moment = self._view(network, as_of, known_at)
        return Answer(view.as_of, moment, view.position, QUESTIONS[question].function(view, **parameters))

    def explain(self, obligation: str, *, as_of: date | str | None = None, known_at: KnownAt = None) -> Explanation:
        """Why an obligation's verdict is what it is (question 3). ``obligation`` is its id or what only it begins with.

        Raises ReferenceUnknown, ReferenceAmbiguous, NotYetOwed.
        """
        from governance.compliance.body import item_of
        from governance.compliance.naming import obligation_called
        from governance.ledger.explanation import explain

        day, _moment, position, facts = self._known(self._network_in(obligation), as_of, known_at)
        (network,) = facts.values()
        owed = obligation_called(network, obligation, day)
        label = self._labels(facts, position)
        item = item_of(owed, day, label)
        if item is None:
            raise NotYetOwed(obligation=owed.id, day=day)
        return explain(network, owed, item, label)

    def diff(
        self,
        before: KnownAt,
        after: KnownAt = None,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
    ) -> Answer[Any]:
        """Which verdicts on a day changed between two states of knowledge, and which events did it (question 2)."""
        from governance.compliance.answer import Answer
        from governance.questions.changes import diff

        then, _moment = self._view(network, as_of, before)
        now, moment = self._view(network, as_of or then.as_of, after)
        first, last = sorted((then.position, now.position))
        between = self.desk.records(first, last - first)
        return Answer(now.as_of, moment, now.position, diff(then, now, between))

    def _supposed(
        self,
        assume: Sequence[str],
        network: str | None,
        as_of: date | str | None,
        known_at: KnownAt,
        verdicts: Sequence[Verdict],
    ) -> Answer[Item]:
        """What would hold under assumptions: by the rules themselves, since the index holds what is."""
        from governance.compliance.answer import Answer
        from governance.compliance.body import item_of
        from governance.compliance.judge import judge_all
        from governance.duties.assuming import assumed

        day, moment, position, facts = self._known(network, as_of, known_at)
        extra, label = assumed(facts.values(), assume), self._labels(facts, position)
        judged = (o for of_network in facts.values() for o in judge_all(of_network, day.year + 1, extra))
        items = [item for o in judged if (item := item_of(o, day, label))]
        wanted = sorted((i for i in items if not verdicts or i.verdict in verdicts), key=lambda item: item.id)
        return Answer(day, moment, position, tuple(wanted))

    def _view(self, network: str | None, as_of: date | str | None, known_at: KnownAt) -> tuple[View, datetime | None]:
        """The facts as known at some point, for the pure rules."""
        from governance.questions.view import View

        day, moment, position, facts = self._known(network, as_of, known_at)
        return View(facts, day, day.year + 1, position), moment

    def _known(
        self, network: str | None, as_of: date | str | None, known_at: KnownAt
    ) -> tuple[date, datetime | None, int, dict[str, Facts]]:
        """The day that is asked of, when and at which position it is known, and each network's facts as known then."""
        from governance.answers import day_asked, known_position, network_meant

        networks = self._networks()
        keys = [network_meant(networks, network)] if network else networks
        zones = {self.desk.load(Network, f"network:{key}").time_zone for key in keys}
        today = day_in(next(iter(zones)) if len(zones) == 1 else "UTC", self.desk.now())
        day = day_asked(today if as_of is None else as_of)
        position, moment = known_position(self.desk, known_at, zones)
        return day, moment, position, self._facts(keys, position)

    def _facts(self, networks: Iterable[str], position: int) -> dict[str, Facts]:
        from governance.duties.facts_of import facts_of

        return {key: facts_of(key, self.desk.records_of(key, position)) for key in networks}

    def _networks(self) -> list[str]:
        return [o.partition(":")[2] for o in self.desk.originators("network:", 1_000_000)]

    def _network_in(self, text: str) -> str:
        """The network that an obligation's id begins with; alone, that of the only one there is."""
        from governance.answers import network_meant

        first, networks = text.partition("/")[0], self._networks()
        if first in networks or len(networks) != 1:
            return network_meant(networks, first)
        return networks[0]

    def _labels(self, facts: dict[str, Facts], position: int) -> Labels:
        """The names of today, whatever was known then."""
        from governance.ledger.labels import Labels

        last = self.desk.last_position()
        today = facts if position == last else self._facts(facts, last)
        return Labels(today.values(), self.desk.person)

    def labels(self) -> Callable[[str], str]:
        """What people call a party (``person:p-anna``, ``org:skovde``) today, or what a network's mandate names
        (``vux/chair``, ``vux/act:round``), in their language; else itself, by the records."""
        position = self.desk.last_position()
        return self._labels(self._facts(self._networks(), position), position)
