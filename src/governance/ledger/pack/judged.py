"""The questions that the index answers, put to the rules instead: what is signed rests on the log alone."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Self

from governance.answers import Times
from governance.compliance.body import bodies_of, item_from
from governance.compliance.item import Item
from governance.compliance.values import Obligation, Verdict
from governance.questions.view import View

__all__ = ["Judged"]


class Judged:
    """A source for ``governance.answers.Answers``, as known at the view's position. ``label`` gives names."""

    def __init__(self, view: View, times: Times, now: Callable[[], datetime], label: Callable[[str], str]) -> None:
        self._view = view
        self._label = label
        self.now = now
        self.last, self.position_at, self.recorded_at = times.last, times.position_at, times.recorded_at

    @contextmanager
    def index_for(self, year: int) -> Iterator[Self]:
        """Itself, judged through that year at least."""
        if self._view.horizon <= year:
            self._view = replace(self._view, horizon=year + 1)
        yield self

    def networks(self) -> dict[str, str]:
        return {key: facts.network.time_zone for key, facts in sorted(self._view.facts.items())}

    def label(self, party: str) -> dict[str, str]:
        return {"": self._label(party)}

    def find(
        self,
        *,
        first: date,
        last: date,
        position: int,
        verdicts: Collection[Verdict],
        network: str | None,
        label: Callable[[str], str],
    ) -> list[Item]:
        """As ``Verdicts.find``; ``position`` is the view's."""
        if position != self._view.position:
            raise AssertionError  # the question was put to another state of knowledge than the view
        items = (_item(o, first, last, verdicts, label) for o in self._view.obligations(network))
        return [item for item in items if item]


def _item(
    obligation: Obligation, first: date, last: date, verdicts: Collection[Verdict], label: Callable[[str], str]
) -> Item | None:
    """Of the phases within those days the first with one of the verdicts."""
    ends = [following.since for _phase, following in pairwise(obligation.phases)] + [None]
    for phase, end, body in zip(obligation.phases, ends, bodies_of(obligation), strict=True):
        if phase.since <= last and (end is None or first < end) and phase.verdict in verdicts:
            return item_from(obligation.id, obligation.network, phase.verdict, body, last, label)
    return None
