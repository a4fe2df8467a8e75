"""Rotation: of hosting among the members, of a role among members, sides or holders."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.facts import of_kind
from governance.compliance.members import sides_of, stands_for
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.measures.base import AtOnce, Stated
from governance.mandate.names import Names
from governance.model.meeting_events import MeetingHeld
from governance.model.network_events import RoleAssigned
from governance.text import N_, _

__all__ = ["Rotation"]

_IN_TURN = {
    "members": N_("no member has a second turn before every other member has had one"),
    "holders": N_("no holder has a second turn before every other holder has had one"),
    "sides": N_("no side has a second turn before every other side has had one"),
}
_NOT_TWICE = {
    "members": N_("no member has two turns running"),
    "holders": N_("no holder has two turns running"),
    "sides": N_("no side has two turns running"),
}


class Rotation(AtOnce):
    """Nobody has a second turn before everybody else has had one (``in_turn``), or two turns running."""

    of: Literal["rotation"]
    among: Annotated[Literal["members", "holders", "sides"], Field(title="Who takes turns")] = "members"
    rule: Literal["in_turn", "not_twice_running"] = "in_turn"

    owed: ClassVar = "rotation"
    of_appointments: ClassVar = True

    @property
    def of_sides(self) -> bool:
        return self.among == "sides"

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it names nobody
        turns = _((_IN_TURN if self.rule == "in_turn" else _NOT_TWICE)[self.among])
        what = _("the meetings are hosted in turn") if at.at_meetings else _("the role is held in turn")
        return _("{what}: {turns}").format(what=what, turns=turns)

    def verdict(
        self, case: Case, occasion: Occasion, event: MeetingHeld | RoleAssigned, day: date
    ) -> tuple[Verdict, Reason]:
        if isinstance(event, RoleAssigned):
            return _of_role(case, self, occasion, event)
        return _of_hosts(case, self, occasion, day)


Turns = Sequence[tuple[date, str]]


def _of_hosts(case: Case, measure: Rotation, occasion: Occasion, held_on: date) -> tuple[Verdict, Reason]:
    """Whether it was the turn of the host."""
    facts, this = case.facts, (held_on, occasion.subject)
    turns: list[tuple[date, str]] = []
    for day, ref in facts.held_in_order():
        meeting = facts.meeting(ref)
        if (day, ref) <= this and of_kind(meeting, occasion.kinds) and meeting.host:
            turns.append((day, _taker(case, measure, f"org:{meeting.host}", day)))
    host = occasion.meeting.host if occasion.meeting else None
    if host is None:
        return "undetermined", Reason(N_("Who hosted the meeting was not told."))
    return _in_turn(case, measure, turns)


def _of_role(case: Case, measure: Rotation, occasion: Occasion, event: RoleAssigned) -> tuple[Verdict, Reason]:
    """Whether it was the turn of the one appointed, or of whom they stand for."""
    intervals = sorted(case.facts.network.terms(event.role), key=lambda i: (i[1], i[0].originator_version))
    turns = [
        (first, _taker(case, measure, assigned.holder, first, assigned.member))
        for assigned, first, _last in intervals
        if (first, assigned.originator_version) <= (occasion.counts, event.originator_version)
    ]
    if not turns[-1][1]:
        return "undetermined", Reason(N_("For whom the one appointed stands was not told."))
    return _in_turn(case, measure, [turn for turn in turns if turn[1]])


def _taker(case: Case, measure: Rotation, party: str, day: date, member: str | None = None) -> str:
    """Whose turn it is counted as; empty where that is not known."""
    if measure.among == "holders":
        return party
    if measure.among == "sides":
        sides = sides_of(case.facts, case.ruling.mandate, f"org:{member}" if member else party, day)
        named = [member] if member and any(s.key == member for s in case.ruling.sides) else sides
        return named[0] if named else ""
    kind, _colon, key = party.partition(":")
    stood = sorted({member} if member else stands_for(case.facts, party, day))
    return key if kind == "org" else (stood[0] if stood else "")


def _in_turn(case: Case, measure: Rotation, turns: Turns) -> tuple[Verdict, Reason]:
    """Of the last of these turns: whether everybody else had one since the turn before of the same."""
    day, taker = turns[-1]
    earlier = [at for at, (_day, who) in enumerate(turns[:-1]) if who == taker]
    told = {"who": taker}
    if not earlier:
        return "fulfilled", Reason(N_("The first turn of {who}."), told)
    since = turns[earlier[-1]][0]
    between = {who for _day, who in turns[earlier[-1] + 1 : -1]}
    if measure.rule == "not_twice_running":
        if between:
            return "fulfilled", Reason(N_("Not two turns running of {who}."), told)
        return "breached", Reason(N_("Two turns running of {who}: the one before on {day}."), {**told, "day": since})
    waiting = sorted(_everybody(case, measure, turns, since, day) - between - {taker})
    if waiting:
        said = {**told, "day": since, "waiting": ", ".join(waiting)}
        return "breached", Reason(N_("Since the turn of {who} on {day} these had none: {waiting}."), said)
    return "fulfilled", Reason(N_("Everybody else had a turn since that of {who} on {day}."), {**told, "day": since})


def _everybody(case: Case, measure: Rotation, turns: Turns, since: date, day: date) -> set[str]:
    """Who takes turns: the members throughout that time, the sides, or whoever had a turn before."""
    if measure.among == "members":
        return {*case.facts.network.members_on(since)} & {*case.facts.network.members_on(day)}
    if measure.among == "sides":
        return {side.key for side in case.ruling.sides}
    return {who for _day, who in turns}
