"""What each option means, by the name of the library's keyword."""

from governance.text import N_

__all__ = ["ASKING", "OF_ONE", "OPTIONS", "TOLD"]

TOLD: dict[str, str] = {
    "on": N_("When it happened: a day, month or year (default: today)."),
    "at": N_("The time of that day, if known: 14:30."),
    "command_id": N_("Repeated under the same id, a command is recorded once."),
    "clause": N_("The clause of the mandate that it rests on."),
    "authority": N_("The decision or office that it rests on."),
    "source": N_("The paper or system that it was taken from."),
    "decided_by": N_("Who decided it."),
    "decided_on": N_("When that was decided."),
    "before_record": N_("It happened before this ledger began and is recorded afterwards."),
}

_WHO = N_("A person's id or name, or an organisation's key.")
_DOCUMENT = N_("Its file, of which only the digest is kept; or sha256:HEX.")
_REASON = N_("Why.")
_RECIPIENT = N_("To whom: principal, registry, a role or an organisation of the mandate.")

OPTIONS: dict[str, str] = {
    "about": N_("What it was about."),
    "act": N_("The act: its key in the mandate, or its name there."),
    "agenda": N_("A point of the agenda."),
    "applies_to_running": N_("Its due rules also hold for what was owed before."),
    "reaches_back": N_("It governs from its own first day even where it was decided later."),
    "attendance": N_(
        "Who came, of how many expected: skovde=2/3; or a person: person:ID, person:ID=0, person:ID+ROLE; "
        "person:ID=apology did not come and had said so."
    ),
    "by": _WHO,
    "changes": N_("What is to be corrected: a field of the event and its right value (JSON, or text)."),
    "checkpoint": N_("A file with the checkpoint that they bear."),
    "dates": N_("The day of a meeting."),
    "document": _DOCUMENT,
    "due": N_("When it is due: a day, month or year."),
    "email": N_("An address for electronic mail."),
    "ends": N_("The last day."),
    "event": N_("The event: #17, or its id."),
    "given_as": N_("The role in which it was given."),
    "goals": N_("A goal of the mandate."),
    "group": N_("The key of the working group."),
    "holder": N_("Who holds it: a person's id or name, or an organisation's key."),
    "host": N_("The member that hosts it."),
    "into": N_("The person whose name stands for both from now on."),
    "key": N_("A short name that never changes: small letters, digits and hyphens."),
    "kind": N_("The kind of meeting: its key in the mandate, or its name there."),
    "led_by": N_("Who led it: a person's id or name."),
    "meeting": N_("The meeting that decided it."),
    "member": N_("The key of the member."),
    "name": N_("What it is called."),
    "obligation": N_("The obligation, by its id: vux/Se2/2021-02-12."),
    "organisation": N_("The key of the organisation that the person belongs to."),
    "outcome": N_("What came of it."),
    "period": N_(
        "For which period: 2021, 2021-2022, 2021-H1, 2021-T3, 2021-Q3, 2021-B6, 2021-2022-Q1, 2021-05, 2021-W05."
    ),
    "person": N_("The id of the person; made up if omitted."),
    "phone": N_("A telephone number."),
    "place": N_("Where it is held."),
    "planned_at": N_("The time of that day: 14:30."),
    "planned_on": N_("The day, or the month where the day is open."),
    "purpose": N_("What it is for."),
    "reason": _REASON,
    "reasons": _REASON,
    "recipient": _RECIPIENT,
    "remark": N_("A remark."),
    "report": N_("The name of the report: partial, final, …"),
    "reports": N_("A report that is asked for, and when it is due: partial=2021-05."),
    "responsible": _WHO,
    "role": N_("The role: its key in the mandate, or its name there."),
    "starts": N_("The first day."),
    "text": N_("What was said."),
    "time_zone": N_("Its time zone, in which its days begin and end."),
    "title": N_("What it is called."),
    "to": N_("To whom, or to which."),
    "what": N_("What was sent: agenda, papers, or a word of the mandate's."),
    "where": N_("Where it can be read."),
    "year": N_("The calendar year."),
}

_POWER = N_("In whose power: a role or organisation of the mandate, or principal.")

OF_ONE: dict[str, dict[str, str]] = {
    "assign_role": {"member": N_("The member, or the side, whom the holder stands for.")},
    "call_meeting": {"reason": N_("Why at shorter notice than usual.")},
    "change_network_kind": {"to": N_("What it is from now on.")},
    "escalate_action": {"to": N_("To which role or organisation, or principal.")},
    "extend_duty": {"by": _POWER},
    "record_act": {
        "case": N_(
            "The case that it belongs to, by a key of your own (a–z, 0–9, hyphens); then it counts for that case only."
        ),
        "meeting": N_("The meeting at which it was done."),
    },
    "rename_organisation": {"organisation": N_("The key of the organisation.")},
    "waive_duty": {"by": _POWER},
}
"""What an option of one command means, where it is not what the others mean by it."""

ASKING: dict[str, str] = {
    "clause": N_("A clause of the mandate."),
    "days": N_("How many days."),
    "obligation": N_("One obligation, by its id."),
    "role": N_("One role, by its key or its name."),
    "year": N_("A calendar year."),
}
