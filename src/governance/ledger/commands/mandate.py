"""The mandate: adopted, amended, ended. Adopting a file records all that follows from it, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from governance.duties.language import Mandate
from governance.duties.reading import read_mandate
from governance.ledger.commands.telling import Day, Telling, day_of
from governance.ledger.receipt import Receipt, Told
from governance.model.assignment import Assignment, AssignmentIssued, ReportAsked
from governance.model.event import Digest
from governance.model.network import Network, digest_of
from governance.model.network_events import (
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MandateReviewed,
    MemberJoined,
    NetworkEstablished,
)
from governance.text import words
from governance.time import When

if TYPE_CHECKING:
    from governance.ledger.unit import Unit


class MandateCommands(Telling):
    def adopt_mandate(self, document: str, *, file: str = "mandate.toml", **told: Unpack[Told]) -> Receipt:
        """The text of a mandate file is adopted: its network is established if it is new, its members join, its
        assignments are issued. ``file`` is its name for messages.

        Raises MandateInvalid; refused: MandateInForce, NetworkIsDissolved.
        """
        mandate = read_mandate(document, file)

        def adopt(unit: Unit) -> Receipt:
            network = unit.load(Network, f"network:{mandate.network.key}")
            presupposed = _presupposed(unit, mandate, told)
            if not network.begun:
                fields = {"name": _official(mandate.network.name), "time_zone": mandate.network.time_zone}
                unit.decide(Network, mandate.network.key, NetworkEstablished, presupposed, fields)
            unit.decide(Network, mandate.network.key, MandateAdopted, told, _version(document, mandate))
            return _what_follows(unit, mandate, told, presupposed)

        return self._as_one(told, ("adopt_mandate", document), adopt)

    def amend_mandate(
        self,
        document: str,
        *,
        file: str = "mandate.toml",
        applies_to_running: bool = False,
        reaches_back: bool = False,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """A new version comes into force on its own first day, or on the day of the decision where that is later. With
        ``applies_to_running`` its due rules also hold for what was owed by then; with ``reaches_back`` it governs from
        its own first day even where it was decided later. The date before stays visible beside the new one.

        Raises MandateInvalid; refused: NoMandateInForce, MandateForAnotherNetwork.
        """
        mandate = read_mandate(document, file)

        def amend(unit: Unit) -> Receipt:
            fields = {
                **_version(document, mandate),
                "applies_to_running": applies_to_running,
                "reaches_back": reaches_back or None,
                "reason": reason,
            }
            unit.decide(Network, unit._ref(Network, mandate.network.key), MandateAmended, told, fields)
            return _what_follows(unit, mandate, told, _presupposed(unit, mandate, told))

        return self._as_one(told, ("amend_mandate", document, applies_to_running, reaches_back, reason), amend)

    def end_mandate(self, network: str, *, ends: Day, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """The mandate in force ends with the day ``ends``. Refused: NoMandateInForce."""
        fields = {"ends": day_of("ends", ends).first, "reason": reason}
        return self._tell(Network, self._ref(Network, network), MandateEnded, told, fields)

    def review_mandate(
        self,
        network: str,
        *,
        outcome: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The mandate itself is gone through, whatever comes of it. Refused: NoMandateInForce."""
        fields = {"outcome": outcome, "document": document, "period": period}
        return self._tell(Network, self._ref(Network, network), MandateReviewed, told, fields)


def _official(text: dict[str, str]) -> str:
    """The words in the language that the file gives first."""
    return words(text, next(iter(text)))


def _version(document: str, mandate: Mandate) -> dict[str, object]:
    return {
        "document": document,
        "sha256": digest_of(document),
        "mandate_version": mandate.version,
        "starts": mandate.in_force.from_,
        "ends": mandate.in_force.to,
    }


def _presupposed(unit: Unit, mandate: Mandate, told: Told) -> Told:
    """A mandate takes for granted that its network and its members are there on its first day."""
    on = told.get("on")
    adopted = When.of(on).first if on else unit.today(mandate.network.time_zone)
    return {**told, "on": min(adopted, mandate.in_force.from_), "at": None}


def _what_follows(unit: Unit, mandate: Mandate, told: Told, presupposed: Told) -> Receipt:
    """Members that are none yet join; assignments that were not issued yet are."""
    key = mandate.network.key
    for member in mandate.members:
        if not any(e.member == member.key for e in unit.load(Network, f"network:{key}").all(MemberJoined)):
            unit.decide(Network, key, MemberJoined, presupposed, {"member": member.key, "name": _official(member.name)})
    for given in mandate.assignments:
        if not unit.load(Assignment, f"assignment:{key}/{given.key}").begun:
            fields = {
                "network": key,
                "key": given.key,
                "title": _official(given.title),
                "goals": given.goals,
                "reports": tuple(ReportAsked(report=r.key, due=r.due) for r in given.reports),
            }
            unit.decide(Assignment, f"{key}/{given.key}", AssignmentIssued, {**told, "clause": given.clause}, fields)
    return Receipt(unit.command_id, tuple(event.event_id for event in unit.events), ())
