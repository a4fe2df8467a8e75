"""What can be recorded, in words: the language's own, and the acts of a mandate; and what a mandate does not say."""

from typing import NamedTuple

from governance.duties.evidence import EVIDENCE
from governance.mandate.names import Names, quoted
from governance.text import N_, _

__all__ = ["SILENCES", "Proof", "proof"]


class Proof(NamedTuple):
    """Evidence as people say it: what somebody must do, that it was done, and the things that are left of it."""

    deed: str
    fact: str
    things: str
    sent: bool = False
    """Whether it goes to the counterparty."""


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
    if (act := names.act(word)) is None and (kind := EVIDENCE.get(word)) and kind.deed:
        return Proof(_(kind.deed), _(kind.fact), _(kind.things), kind.sent)
    name = quoted(act or word.replace("_", " "))
    return Proof(_("see to this: {act}").format(act=name), _("this was done: {act}").format(act=name), name)
