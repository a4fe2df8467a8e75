"""Names of the code that people read as words, with blanks for their underscores: marked here for translation.

Whoever shows one calls ``_(name.replace("_", " "))``.
"""

from governance.text import N_

__all__ = ["HEADINGS", "OWED", "SILENCES"]

HEADINGS = (
    N_("about"), N_("actor"), N_("adopted"), N_("adopted on"), N_("after"), N_("asked"), N_("assumptions"),
    N_("at most"), N_("before"), N_("before record"), N_("called"), N_("cancelled"), N_("changes"), N_("closed at"),
    N_("corrects"), N_("counterparty"), N_("current"), N_("days"), N_("days after first"), N_("days late"),
    N_("days overdue"), N_("decided by"), N_("decided on"), N_("derived from"), N_("due"), N_("due first"),
    N_("due on"), N_("duty"), N_("effective on"), N_("ended"), N_("ends"), N_("evidence"), N_("expected"),
    N_("fulfilled on"), N_("goal"), N_("held"), N_("held on"), N_("holder"), N_("holders"), N_("holds"), N_("host"),
    N_("hosted"), N_("informed"), N_("informed on"), N_("issued on"), N_("kept until"), N_("kind"), N_("later"),
    N_("later applies"), N_("later on"), N_("lost on"), N_("mandate"), N_("median"), N_("meeting"), N_("meetings"),
    N_("member"), N_("missing"), N_("moved on"), N_("oldest on"), N_("period"), N_("person"), N_("planned"),
    N_("position"), N_("positions"), N_("present"), N_("rate"), N_("reason"), N_("recipient"), N_("recorded at"),
    N_("reference"), N_("retracted"), N_("sent on"), N_("silent on"), N_("since"), N_("source recorded at"),
    N_("starts"), N_("still possible"), N_("supposed"), N_("text"), N_("times kept"), N_("title"), N_("trend"),
    N_("unaccounted"), N_("unclear"), N_("verdict"), N_("verdicts"), N_("version"), N_("weeded on"), N_("what"),
    N_("worst"), N_("year"),
)  # fmt: skip
"""The fields of answers, over the columns of tables."""

SILENCES = (
    N_("acceptance"), N_("approval"), N_("consequence"), N_("date"), N_("deadline"), N_("deciding meeting"),
    N_("deputy"), N_("eligibility"), N_("everything"), N_("form"), N_("groups"), N_("how often"), N_("kinds"),
    N_("measure"), N_("order"), N_("overlap"), N_("part periods"), N_("part years"), N_("publication"), N_("quorum"),
    N_("receipt"), N_("retention"), N_("staleness"), N_("term"), N_("vacancy"), N_("versions"), N_("who"),
)  # fmt: skip
"""What a clause does not say, in a word."""

OWED = (
    N_("attendance"), N_("eligible"), N_("members"), N_("role held"), N_("rotation"), N_("separate"), N_("terms"),
    N_("unmeasured"),
)  # fmt: skip
"""What is owed, where it is measured; what is shown by evidence has its label in ``duties/evidence.py``."""
