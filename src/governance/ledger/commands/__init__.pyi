# Made by `make docs` from the commands: change it there.

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from governance.ledger.commands.values import Day
from governance.ledger.draft import Draft
from governance.ledger.receipt import Receipt
from governance.model.assignment import ReportAsked
from governance.model.event import Actor
from governance.model.event import Digest
from governance.model.event import Source
from governance.model.meeting_events import Attendance
from governance.time import When
from pydantic import JsonValue

__all__ = ["Commands"]

class Signatures:
    """Every command, for type checkers and editors; at run time there is no such class."""

    def accept_report(
        self, assignment: str, *, report: str, by: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The recipient accepts it."""

    def adopt_mandate(
        self, document: str, *, file: str = 'mandate.toml', on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The text of a mandate file is adopted: its network is established if it is new, its members join, its
        assignments are issued. ``file`` is its name for messages."""

    def adopt_work_plan(
        self, network: str, *, year: int, document: Digest | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The work plan for a calendar year is adopted."""

    def agree_action(
        self, meeting: str, *, key: str, text: str, responsible: str | None = None, due: Day | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The meeting gives somebody something to do."""

    def amend_mandate(
        self, document: str, *, file: str = 'mandate.toml', applies_to_running: bool = False,
        reaches_back: bool = False, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A new version comes into force on its own first day, or on the day of the decision where that is later. With
        ``applies_to_running`` its due rules also hold for what was owed by then; with ``reaches_back`` it governs from
        its own first day even where it was decided later. The date before stays visible beside the new one."""

    def approve_minutes(
        self, meeting: str, *, by: str, document: Digest | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An approver signs them."""

    def assign_role(
        self, network: str, *, role: str, holder: str, starts: Day | None = None, ends: Day | None = None,
        member: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Someone holds a role from ``starts`` (else from ``on``) to ``ends`` (else until it is ended), and stands for
        ``member`` where that is told."""

    def call_meeting(
        self, meeting: str, *, agenda: Sequence[str] = (), document: Digest | None = None, reason: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The notice goes out; the agenda is kept as it was sent. ``reason`` says why at shorter notice than usual."""

    def cancel_meeting(
        self, meeting: str, *, reason: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """It will not be held."""

    def carry_over_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An open action is taken to a later meeting."""

    def change_host(
        self, meeting: str, *, host: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Another member hosts it."""

    def change_network_kind(
        self, network: str, *, to: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """It is another kind of body from now on, say a standing committee."""

    def close_action(
        self, meeting: str, *, key: str, outcome: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An agreed action is done."""

    def close_year(
        self, network: str, *, year: int, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The record of a past year is closed; what comes later is listed by itself."""

    def complete_assignment(
        self, assignment: str, *, remark: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The task is done; a report that was missed stays missed."""

    def correct_fact(
        self, event: str, *, changes: Mapping[str, JsonValue], reason: str, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An event (``#17``, or its event id) was told wrong: these of its fields are otherwise.
        
        Earlier ``known_at`` answers keep the mistake."""

    def correct_person(
        self, person: str, *, name: str | None = None, email: str | None = None, phone: str | None = None,
        organisation: str | None = None, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """What is given replaces what was known."""

    def dissolve_network(
        self, network: str, *, reason: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """It ceases to exist; what it still owed stays owed."""

    def dissolve_working_group(
        self, network: str, *, group: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A working group ends."""

    def draft_minutes(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """Minutes are written."""

    def end_mandate(
        self, network: str, *, ends: Day, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The mandate in force ends with the day ``ends``."""

    def end_role(
        self, network: str, *, role: str, holder: str, ends: Day | None = None, reason: str | None = None,
        member: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Someone holds a role no longer; ``ends`` (else ``on``) is the last day. With ``member`` it is so for that
        member only."""

    def escalate_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An open action is taken to a role or an organisation; it stays open until it is closed."""

    def establish_network(
        self, network: str, *, name: str, time_zone: str = 'Europe/Stockholm', on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A network comes to be, under a key that never changes."""

    def extend_deadline(
        self, assignment: str, *, report: str, due: Day, reason: str, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A report is due later than before; the first date stays visible."""

    def extend_duty(
        self, obligation: str, *, due: Day, reason: str, by: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is due later than before; the first date stays visible.
        
        For a report of an assignment, extend its deadline."""

    def form_working_group(
        self, network: str, *, group: str, name: str, purpose: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """A working group is formed."""

    def give_feedback(
        self, network: str, *, recipient: str, by: str | None = None, given_as: str | None = None,
        about: str | None = None, period: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Information is passed on to ``recipient``, by someone in the role ``given_as``."""

    def give_meeting_feedback(
        self, meeting: str, *, recipient: str, by: str | None = None, given_as: str | None = None,
        about: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """What the meeting said is passed on to ``recipient``."""

    def hold_meeting(
        self, meeting: str, *, led_by: str | None = None, attendance: Sequence[Attendance] = (),
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """It was held, on the day ``on``."""

    def issue_assignment(
        self, network: str, *, key: str, title: str, goals: Sequence[str] = (), reports: Sequence[ReportAsked] = (),
        meeting: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The principal gives the network a task, ``NETWORK/KEY``."""

    def join_network(
        self, network: str, *, member: str, name: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A member organisation joins."""

    def leave_network(
        self, network: str, *, member: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A member leaves; ``on`` is its last day."""

    def merge_person(
        self, person: str, *, into: str, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Two subject ids turn out to be one person."""

    def prepare_meeting(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """It is prepared."""

    def publish_minutes(
        self, meeting: str, *, where: str | None = None, document: Digest | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """They are there for everybody to read."""

    def reassign_assignment(
        self, assignment: str, *, to: str, reason: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Somebody else owes it from ``on`` on."""

    def record_act(
        self, network: str, *, act: str, case: str | None = None, period: str | None = None,
        meeting: str | None = None, by: str | None = None, given_as: str | None = None, recipient: str | None = None,
        document: Digest | None = None, remark: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """Something that the mandate names as an act of its own was done, for a period or at a meeting if so told.
        
        It can be told again, if it was done again."""

    def reestablish_network(
        self, network: str, *, reason: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A dissolved network lives again from ``on`` on; what it owed before stays owed."""

    def register_agreement(
        self, network: str, *, title: str, document: Digest | None = None, starts: Day | None = None,
        ends: Day | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An agreement that regulates the cooperation is put on record."""

    def register_person(
        self, name: str, *, person: str | None = None, email: str | None = None, phone: str | None = None,
        organisation: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A person becomes known under a subject id: ``person``, else one that is made up."""

    def reject_minutes(
        self, meeting: str, *, by: str, reasons: str, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An approver does not sign them, with reasons."""

    def rename_network(
        self, network: str, *, name: str, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """It is called otherwise from now on; its key stays."""

    def rename_organisation(
        self, network: str, *, organisation: str, name: str, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A member, the principal or another organisation is called otherwise; its key stays."""

    def report_working_group(
        self, network: str, *, group: str, about: str | None = None, document: Digest | None = None,
        period: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A working group reports to the network."""

    def reschedule_meeting(
        self, meeting: str, *, planned_on: Day, planned_at: str | None = None, reason: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """It moves to another day or time."""

    def retract_fact(
        self, event: str, *, reason: str, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An event did not happen, or a correction or retraction was wrong: what a retraction took back holds again."""

    def return_report(
        self, assignment: str, *, report: str, reasons: str, by: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The recipient gives it back, with reasons."""

    def review_mandate(
        self, network: str, *, outcome: str | None = None, document: Digest | None = None, period: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The mandate itself is gone through, whatever comes of it."""

    def schedule_meeting(
        self, network: str, *, planned_on: Day, kind: str, planned_at: str | None = None, host: str | None = None,
        place: str | None = None, key: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A meeting is planned. It is called ``NETWORK/KEY`` for ever; the key is the planned day where left out."""

    def send_papers(
        self, meeting: str, *, what: str, recipient: str | None = None, document: Digest | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The ``agenda``, the ``papers``, or what else the mandate calls them, go out before the meeting."""

    def send_summary(
        self, network: str, *, recipient: str = 'principal', about: str | None = None,
        document: Digest | None = None, period: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The principal is informed by a summary."""

    def submit_meeting_dates(
        self, network: str, *, dates: Sequence[Day], recipient: str | None = None, document: Digest | None = None,
        period: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The dates of the meetings are sent in; again whenever they change."""

    def submit_minutes(
        self, meeting: str, *, document: Digest | None = None, recipient: str | None = None, by: str | None = None,
        checkpoint: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """They are sent in, to each recipient by itself. ``checkpoint`` is the one that they bear, if any: whoever has
        the minutes can hold the record against it."""

    def submit_register(
        self, network: str, *, document: Digest, recipient: str | None = None, period: str | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The list of the people in the network is sent in: only its digest is kept."""

    def submit_report(
        self, assignment: str, *, report: str, document: Digest | None = None, recipient: str | None = None,
        by: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """A report (``partial``, ``final``) is delivered."""

    def take_decision(
        self, meeting: str, *, key: str, text: str, document: Digest | None = None,
        on: When | date | str | None = None, at: str | None = None, actor: Actor | str | None = None,
        command_id: str | None = None, clause: str | None = None, authority: str | None = None,
        source: Source | None = None, decided_by: str | None = None, decided_on: When | date | str | None = None,
        before_record: bool = False,
    ) -> Receipt:
        """The meeting decides."""

    def waive_duty(
        self, obligation: str, *, reason: str, by: str | None = None, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is asked for no longer.
        
        For a report of an assignment, waive the report."""

    def waive_report(
        self, assignment: str, *, report: str, reason: str, on: When | date | str | None = None,
        at: str | None = None, actor: Actor | str | None = None, command_id: str | None = None,
        clause: str | None = None, authority: str | None = None, source: Source | None = None,
        decided_by: str | None = None, decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The principal does not ask for a report any longer."""

    def weed_document(
        self, event: str, *, reason: str | None = None, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The document that an event (``#17``, or its event id) records is kept no longer; its digest stays."""

    def withdraw_assignment(
        self, assignment: str, *, reason: str, on: When | date | str | None = None, at: str | None = None,
        actor: Actor | str | None = None, command_id: str | None = None, clause: str | None = None,
        authority: str | None = None, source: Source | None = None, decided_by: str | None = None,
        decided_on: When | date | str | None = None, before_record: bool = False,
    ) -> Receipt:
        """The principal takes it back; what was not delivered by then is owed no longer."""

class Commands(Draft, Signatures):
    """All of them, on a draft."""
