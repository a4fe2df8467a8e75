"""What can be recorded, and what can call for a duty, in words: the language's own, and the acts of a mandate."""

from typing import NamedTuple

from governance.mandate.names import Names, quoted
from governance.text import N_, _

__all__ = ["ALONE", "EVENTS", "EVIDENCE", "NEXT_TERM", "SAME_TERM", "SILENCES", "Proof", "proof"]


class Proof(NamedTuple):
    """A kind of evidence: what somebody must do, that it was done, and the things that are left of it."""

    deed: str
    fact: str
    things: str
    sent: bool = False
    """Whether it goes to the counterparty."""


EVIDENCE: dict[str, Proof] = {
    "meeting_held": Proof(N_("hold a meeting"), N_("the meeting was held"), N_("meetings held")),
    "meeting_led": Proof(N_("lead the meeting"), N_("the meeting was led"), N_("meetings led")),
    "meeting_called": Proof(
        N_("send out the notice of the meeting"), N_("the notice of the meeting went out"), N_("notices of meetings"),
        sent=True,
    ),
    "meeting_prepared": Proof(
        N_("prepare the meeting"), N_("the meeting was prepared"), N_("preparations of meetings")
    ),
    "agenda_sent": Proof(N_("send out the agenda"), N_("the agenda was sent out"), N_("agendas"), sent=True),
    "papers_sent": Proof(
        N_("send out the papers of the meeting"), N_("the papers of the meeting were sent out"),
        N_("papers of meetings"), sent=True,
    ),
    "minutes_drafted": Proof(N_("write the minutes"), N_("the minutes were written"), N_("drafts of minutes")),
    "minutes_approved": Proof(N_("approve the minutes"), N_("the minutes were approved"), N_("approved minutes")),
    "minutes_submitted": Proof(
        N_("send in the minutes"), N_("the minutes were sent in"), N_("minutes sent in"), sent=True
    ),
    "minutes_published": Proof(N_("publish the minutes"), N_("the minutes were published"), N_("published minutes")),
    "feedback_given": Proof(N_("give feedback"), N_("feedback was given"), N_("feedback given"), sent=True),
    "decision_taken": Proof(N_("take a decision"), N_("a decision was taken"), N_("decisions")),
    "next_meeting_held": Proof(
        N_("hold the next meeting"), N_("the next meeting was held"), N_("meetings that followed")
    ),
    "agreement_registered": Proof(
        N_("register an agreement"), N_("an agreement was registered"), N_("agreements")
    ),
    "assignment_issued": Proof(N_("give an assignment"), N_("an assignment was given"), N_("assignments"), sent=True),
    "mandate_reviewed": Proof(N_("review the mandate"), N_("the mandate was reviewed"), N_("reviews of the mandate")),
    "meeting_dates_submitted": Proof(
        N_("send in the dates of the meetings"), N_("the dates of the meetings were sent in"),
        N_("lists of meeting dates"), sent=True,
    ),
    "register_submitted": Proof(
        N_("send in the register of people"), N_("the register of people was sent in"), N_("registers of people"),
        sent=True,
    ),
    "summary_sent": Proof(N_("send a summary"), N_("a summary was sent"), N_("summaries"), sent=True),
    "work_plan_adopted": Proof(N_("adopt a work plan"), N_("a work plan was adopted"), N_("work plans")),
    "working_group_reported": Proof(
        N_("see to it that a working group reports"), N_("a working group reported"), N_("reports of working groups")
    ),
    "role_assigned": Proof(N_("appoint somebody to a role"), N_("somebody was appointed"), N_("appointments")),
    "role_ended": Proof(N_("end somebody's time in a role"), N_("somebody left a role"), N_("ends of terms of office")),
    "mandate_ended": Proof(N_("end the mandate"), N_("the mandate was ended"), N_("ended mandates")),
    "network_dissolved": Proof(N_("dissolve the body"), N_("the body was dissolved"), N_("dissolved bodies")),
    "action_escalated": Proof(
        N_("take an open action further"), N_("an open action was taken further"), N_("actions taken further")
    ),
    "attendance": Proof(N_("attend the meetings"), N_("attendance was told"), N_("attendance at the meetings")),
    "assignment_goals": Proof(
        N_("serve the goals"), N_("the assignments serve the goals"), N_("the goals that the assignments serve")
    ),
}  # fmt: skip
"""For each word of the language; the last two speak of duties that are not measured."""

SAME_TERM = {
    "role_assigned": N_("make this appointment"),
    "role_ended": N_("see to it that this term of office ends"),
}
"""What these words mean for a duty that itself is about a term of office."""

NEXT_TERM = N_("make the next appointment to this role")
"""What an appointment means after a term of office that ended."""

ALONE = {
    "member_joined": N_("the new member"),
    "member_left": N_("the member that left"),
    "role_assigned": N_("the one appointed"),
    "role_ended": N_("the one who held it"),
    "meetings_missed": N_("the one who missed it"),
}
"""Whom an event concerns, where what it calls for is theirs alone."""

EVENTS = {
    "established": N_("When the body is established"),
    "mandate_started": N_("When the mandate comes into force"),
    "member_joined": N_("Each time a member joins"),
    "member_left": N_("Each time a member leaves"),
    "role_assigned": N_("Each time somebody is appointed to a role"),
    "role_ended": N_("Each time somebody leaves a role"),
    "assignment_issued": N_("Each time an assignment is given"),
    "working_group_formed": N_("Each time a working group is formed"),
    "agreement_registered": N_("Each time an agreement is registered"),
    "decision_taken": N_("Each time a decision is taken"),
    "mandate_reviewed": N_("Each time the mandate is reviewed"),
    "meetings_missed": N_("Each time somebody misses meetings"),
}
OF_ROLES = {
    "role_assigned": N_("Each time somebody is appointed {roles}"),
    "role_ended": N_("Each time somebody leaves the role {roles}"),
}

SILENCES = {
    "acceptance": N_("whether it must be accepted"),
    "approval": N_("who approves it"),
    "consequence": N_("what follows where it is not done"),
    "date": N_("on which day"),
    "deadline": N_("by when"),
    "deciding_meeting": N_("which meeting decides it"),
    "deputy": N_("who does it when the one who should is not there"),
    "eligibility": N_("who can be appointed"),
    "everything": N_("anything that it could be judged by"),
    "form": N_("in which form"),
    "groups": N_("which groups are meant"),
    "how_often": N_("how often"),
    "kinds": N_("which kinds of meeting are meant"),
    "measure": N_("what it is measured by"),
    "order": N_("in which order"),
    "overlap": N_("whether another duty is the same"),
    "part_periods": N_("what holds for a part of a period"),
    "part_years": N_("what holds for a part of a year"),
    "publication": N_("whether it is published"),
    "quorum": N_("how many must be present"),
    "receipt": N_("whether its receipt is confirmed"),
    "recipient": N_("who receives it"),
    "retention": N_("for how long it is kept"),
    "staleness": N_("when it is out of date"),
    "term": N_("for how long the office is held"),
    "vacancy": N_("what holds while the office is vacant"),
    "versions": N_("which version holds"),
    "who": N_("who exactly owes it"),
}
"""After "The mandate does not say"."""


def proof(word: str, names: Names) -> Proof:
    """A word for evidence as people say it: one of the language's own, an act of the mandate, or itself in quotes."""
    if (act := names.act(word)) is None and word in EVIDENCE:
        known = EVIDENCE[word]
        return Proof(_(known.deed), _(known.fact), _(known.things), known.sent)
    name = quoted(act or word.replace("_", " "))
    return Proof(_("see to this: {act}").format(act=name), _("this was done: {act}").format(act=name), name)
