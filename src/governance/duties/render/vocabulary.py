"""What a mandate does not say, in words."""

from governance.text import N_

__all__ = ["SILENCES"]

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
