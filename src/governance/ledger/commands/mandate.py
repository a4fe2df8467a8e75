"""The mandate: adopted, amended, ended. Adopting a file records all that follows from it, as one."""

from typing import TYPE_CHECKING, Unpack

from governance.errors import (
    MandateForAnotherNetwork,
    MandateInForce,
    MandateInvalid,
    NetworkIsDissolved,
    NoMandateInForce,
)
from governance.ledger.command import command
from governance.ledger.commands.values import Day, day_of
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
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
    from governance.duties.language import Mandate


class MandateCommands(Draft):
    @command(refuses=(MandateInvalid, MandateInForce, NetworkIsDissolved))
    def adopt_mandate(self, document: str, *, file: str = "mandate.toml", **details: Unpack[Details]) -> Receipt:
        """The text of a mandate file is adopted: its network is established if it is new, its members join, its
        assignments are issued. ``file`` is its name for messages."""
        mandate = _read(document, file)
        if repeated := self.repeats(("adopt_mandate", document), details):
            return repeated
        network = self.load(Network, f"network:{mandate.network.key}")
        begin, presupposed = len(self.events), _presupposed(self, mandate, details)
        if not network.begun:
            name, zone = _official(mandate.network.name), mandate.network.time_zone
            self.add(network, NetworkEstablished, presupposed, name=name, time_zone=zone)
        self.add(self.load(Network, network.id), MandateAdopted, details, **_version(document, mandate))
        _add_what_follows(self, mandate, details, presupposed)
        return Receipt(self.command_id, tuple(self.events[begin:]), ())

    @command(refuses=(MandateInvalid, NoMandateInForce, MandateForAnotherNetwork))
    def amend_mandate(
        self,
        document: str,
        *,
        file: str = "mandate.toml",
        applies_to_running: bool = False,
        reaches_back: bool = False,
        reason: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """A new version comes into force on its own first day, or on the day of the decision where that is later. With
        ``applies_to_running`` its due rules also hold for what was owed by then; with ``reaches_back`` it governs from
        its own first day even where it was decided later. The date before stays visible beside the new one."""
        mandate = _read(document, file)
        if repeated := self.repeats(("amend_mandate", document, applies_to_running, reaches_back, reason), details):
            return repeated
        fields = {"applies_to_running": applies_to_running, "reaches_back": reaches_back or None, "reason": reason}
        network, begin = self.find(Network, mandate.network.key), len(self.events)
        self.add(network, MandateAmended, details, **_version(document, mandate), **fields)
        _add_what_follows(self, mandate, details, _presupposed(self, mandate, details))
        return Receipt(self.command_id, tuple(self.events[begin:]), ())

    @command(refuses=(NoMandateInForce,))
    def end_mandate(self, network: str, *, ends: Day, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """The mandate in force ends with the day ``ends``."""
        fields = {"ends": day_of("ends", ends).first, "reason": reason}
        return self.record(self.find(Network, network), MandateEnded, details, **fields)

    @command(refuses=(NoMandateInForce,))
    def review_mandate(
        self,
        network: str,
        *,
        outcome: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The mandate itself is gone through, whatever comes of it."""
        fields = {"outcome": outcome, "document": document, "period": period}
        return self.record(self.find(Network, network), MandateReviewed, details, **fields)


def _read(document: str, file: str) -> "Mandate":
    from governance.duties.reading import read_mandate  # no other command needs to know what a mandate means

    return read_mandate(document, file)


def _official(text: dict[str, str]) -> str:
    """The words in the language that the file gives first."""
    return words(text, next(iter(text)))


def _version(document: str, mandate: "Mandate") -> dict[str, object]:
    return {
        "document": document,
        "sha256": digest_of(document),
        "mandate_version": mandate.version,
        "starts": mandate.in_force.from_,
        "ends": mandate.in_force.to,
    }


def _presupposed(draft: Draft, mandate: "Mandate", details: Details) -> Details:
    """A mandate takes for granted that its network and its members are there on its first day."""
    on = details.get("on")
    adopted = When.of(on).first if on else draft.today(mandate.network.time_zone)
    return {**details, "on": min(adopted, mandate.in_force.from_), "at": None}


def _add_what_follows(draft: Draft, mandate: "Mandate", details: Details, presupposed: Details) -> None:
    """Members that are none yet join; assignments that were not issued yet are."""
    key = mandate.network.key
    for member in mandate.members:
        network = draft.load(Network, f"network:{key}")
        if not any(joined.member == member.key for joined in network.all(MemberJoined)):
            draft.add(network, MemberJoined, presupposed, member=member.key, name=_official(member.name))
    for task in mandate.assignments:
        assignment = draft.load(Assignment, f"assignment:{key}/{task.key}")
        if not assignment.begun:
            reports = tuple(ReportAsked(report=report.key, due=report.due) for report in task.reports)
            draft.add(
                assignment, AssignmentIssued, {**details, "clause": task.clause},
                network=key, key=task.key, title=_official(task.title), goals=task.goals, reports=reports,
            )  # fmt: skip
