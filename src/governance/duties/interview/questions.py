"""What an interview asks, in its order, in words of people who do not program."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from governance.duties.interview import answers
from governance.duties.interview.answers import Draft, Reader
from governance.duties.interview.topics import TOPICS, Topic
from governance.text import N_, _, language

__all__ = ["QUESTIONS", "Question", "Taking"]

Choices = Callable[[Draft], Sequence[tuple[str, str]]]


def _always(_draft: Draft) -> bool:
    return True


def _nothing(_draft: Draft) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its words, how its answer is understood, and when it is asked at all."""

    key: str
    part: str
    """The heading under which it is asked."""
    text: str
    read: Reader
    hint: str = ""
    needed: bool = False
    """Whether it must be answered; else no answer means that it is not known, or not said."""
    many: bool = False
    """Whether it takes any number of answers, one at a time."""
    each: str = ""
    """Of a question with many answers: asked once for each of these."""
    asked: Callable[[Draft], bool] = _always
    choices: Choices | None = None
    usual: Callable[[Draft], str] = _nothing
    """The answer that is offered."""


_BODY, _ROLES, _MEETINGS = N_("The body"), N_("The roles"), N_("The meetings")
_DUTIES, _TASKS = N_("What is to be done"), N_("Tasks and reports")

_HELD_BY = (
    ("person", N_("one person at a time")),
    ("persons", N_("several persons together")),
    ("organisation", N_("an organisation")),
    ("host", N_("whoever hosts the meeting")),
)


def _held_by(_draft: Draft) -> Sequence[tuple[str, str]]:
    return [(key, _(text)) for key, text in _HELD_BY]


def _who(topic: Topic) -> Choices:
    """Whoever can owe the duty: a role, the body itself, its members, or those who gave the mandate."""

    def choices(draft: Draft) -> Sequence[tuple[str, str]]:
        hosts = draft.get("held_by", {})
        roles = [
            (f"role:{name}", name)
            for name in draft.get("roles") or ()
            if topic.pattern == "each_meeting" or hosts.get(name) != "host"
        ]
        others = [("network", draft["name"])]
        if draft.get("members"):
            others.append(("members", _("all members")))
        if topic.to != "principal":
            others.append(("principal", draft["principal"]))
        taken = {name.casefold() for _key, name in roles}
        return [*roles, *((key, name) for key, name in others if name.casefold() not in taken)]

    return choices


def _kinds(draft: Draft) -> Sequence[tuple[str, str]]:
    return [(name, name) for name in draft.get("kinds") or ()]


def _counted(draft: Draft) -> Sequence[tuple[str, str]]:
    """Of whom a quorum is: the members, or the holders of a role that several hold."""
    found = [("members", _("the members"))] if draft.get("members") else []
    held = draft.get("held_by", {})
    return found + [(f"role:{name}", name) for name in draft.get("roles") or () if held.get(name) == "persons"]


def _of_topic(topic: Topic) -> Iterator[Question]:
    part = _MEETINGS if topic.pattern == "each_meeting" else _DUTIES
    choices, asked = _who(topic), _given(f"{topic.key}.who")
    one = answers.chosen(choices)
    yield Question(
        f"{topic.key}.who", part, topic.who, answers.signers(one) if topic.signed else one, choices=choices,
        hint=N_("Several roles with commas between") if topic.signed else "",
    )  # fmt: skip
    if topic.by:
        read = answers.number(0, 365) if topic.counted in ("before", "after") else answers.month
        yield Question(f"{topic.key}.by", part, topic.by, read, asked=asked)
    if topic.to == "registry":
        text = N_("To which address are the minutes sent?")
        yield Question("address", part, text, answers.line, asked=asked)


def _given(key: str) -> Callable[[Draft], bool]:
    return lambda draft: bool(draft.get(key))


QUESTIONS: tuple[Question, ...] = (
    Question("name", _BODY, N_("What is the body called?"), answers.line, needed=True,
             hint=N_("For instance: The board of Linden House")),
    Question("kind", _BODY, N_("What kind of body is it?"), answers.line,
             hint=N_("A board, a committee, a network …")),
    Question("principal", _BODY, N_("Who gave it its mandate?"), answers.line, needed=True,
             hint=N_("For instance: The general meeting")),
    Question("title", _BODY, N_("What is the document called?"), answers.line,
             usual=lambda draft: _("Mandate of {name}").format(name=draft["name"])),
    Question("from", _BODY, N_("From which day is it in force?"), answers.day, needed=True,
             hint=N_("Written 2024-05-17")),
    Question("to", _BODY, N_("Which is its last day, if it names one?"), answers.last_day),
    Question("zone", _BODY, N_("In which time zone do its days begin and end?"), answers.zone, needed=True,
             usual=lambda _draft: "Europe/Stockholm" if language() == "sv" else "UTC"),
    Question("members", _BODY, N_("Which organisations are its members?"), answers.line, many=True,
             hint=N_("One at a time; Enter ends the list. Persons have no place here, only their roles")),
    Question("roles", _ROLES, N_("Which roles are there?"), answers.line, many=True,
             hint=N_("One at a time: chair, secretary, treasurer …")),
    Question("held_by", _ROLES, N_("Who can be {it}?"), answers.chosen(_held_by), needed=True, each="roles",
             choices=_held_by, usual=lambda _draft: "1"),
    Question("kinds", _MEETINGS, N_("Which kinds of meeting are there?"), answers.line, many=True,
             hint=N_("Only where the mandate tells them apart: board meeting, annual meeting …")),
    Question("quota", _MEETINGS, N_("How many meetings must it hold in a year, at least?"), answers.number(1, 365)),
    Question("quota.kinds", _MEETINGS, N_("Which kinds of meeting count for that?"),
             answers.several(answers.chosen(_kinds)), choices=_kinds,
             asked=lambda draft: bool(draft.get("quota")) and len(draft.get("kinds") or ()) > 1,
             hint=N_("Several with commas between; every kind where you give none")),
    Question("quorum", _MEETINGS, N_("How many must be present for it to decide?"), answers.bound,
             asked=lambda draft: bool(_counted(draft)),
             hint=N_("A number, or: half, more than half, two thirds …")),
    Question("quorum.of", _MEETINGS, N_("Of whom?"), answers.chosen(_counted), choices=_counted, needed=True,
             asked=_given("quorum"), usual=lambda _draft: "1"),
    *(question for topic in TOPICS for question in _of_topic(topic)),
    Question("tasks", _TASKS, N_("Which tasks does the mandate give it, that it must report on?"), answers.line,
             many=True, hint=N_("One at a time")),
    Question("partial", _TASKS, N_("When is a partial report due on: {it}?"), answers.when, each="tasks",
             hint=N_("A day, a month (2024-05) or a year")),
    Question("final", _TASKS, N_("When is the final report due on: {it}?"), answers.when, each="tasks",
             hint=N_("A day, a month (2024-05) or a year")),
)  # fmt: skip


@dataclass
class Taking:
    """An interview under way: the answers so far. Nothing is asked or shown here."""

    draft: dict[str, Any] = field(default_factory=dict)

    def subjects(self, question: Question) -> Sequence[str]:
        """For what a question is asked: for nothing special, for each of several things, or not at all."""
        if not question.asked(self.draft):
            return ()
        return tuple(self.draft.get(question.each) or ()) if question.each else ("",)

    def take(self, question: Question, text: str, subject: str = "") -> bool:
        """Understand an answer and keep it; False where nothing was said. Raises ValueError with what is wrong."""
        text = text.strip()
        if not text and question.needed:
            raise ValueError(_("This must be answered."))
        value = question.read(text, self.draft) if text else None
        if question.many:
            self._add(question.key, value)
        elif question.each:
            self.draft.setdefault(question.key, {})[subject] = value
        else:
            self.draft[question.key] = value
        return value is not None

    def _add(self, key: str, value: str | None) -> None:
        there = self.draft.setdefault(key, ())
        if value is None:
            return
        if value.casefold() in {name.casefold() for name in there}:
            raise ValueError(_("That stands in the list already."))
        self.draft[key] = (*there, value)
