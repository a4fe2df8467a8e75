"""From the answers of an interview to the text of a mandate file, with comments for whoever goes on with it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from governance.duties.interview.answers import Draft
from governance.duties.interview.topics import TOPICS, Topic
from governance.duties.shares import Share
from governance.mandate.frame import RESERVED
from governance.mandate.names import every
from governance.text import N_, _

__all__ = ["mandate_file"]


def mandate_file(draft: Draft) -> str:
    """The text of the file: only what was answered stands in it, and comments say what is left out."""
    return "\n".join(_File(draft).lines())


_HEAD = N_("""Written from an interview. What was not known was left out; add it where the mandate says it.
A line that begins with # is a comment. The texts of the clauses are suggestions: put the mandate's own words there,
and its own numbers as their ids. These two show what is understood:
  governance mandate check FILE
  governance mandate render FILE""")


class _File:
    """The answers with the keys that they get in the file."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._keys: dict[tuple[str, str], str] = {}
        self._number = 0
        for group in (("network",), ("principal",), ("members", "roles"), ("kinds",), ("tasks",)):
            taken = {*RESERVED, self._keys.get(("principal", ""), "")}
            for kind in group:
                for name in self._names(kind):
                    self._keys[kind, name] = key = _key(self._named(kind, name), taken)
                    taken.add(key)

    def _names(self, kind: str) -> Iterable[str]:
        return ("",) if kind in ("network", "principal") else self.draft.get(kind) or ()

    def _named(self, kind: str, name: str) -> str:
        return name or self.draft["name" if kind == "network" else "principal"]

    def key(self, party: str) -> str:
        """The key of a party as the questions name it: ``role:Chair``, or one that every mandate has."""
        kind, colon, name = party.partition(":")
        return self._keys[f"{kind}s", name] if colon else party

    def lines(self) -> Iterator[str]:
        draft = self.draft
        yield from _comment(_(_HEAD))
        yield ""
        yield f"governance = 1 # {_('the version of this file format')}"
        yield f"version = {_text(str(draft['from'].year))} # {_('what this version of the mandate is called')}"
        yield f"title = {_text(draft.get('title') or draft['name'])}"
        yield from _table("in_force", from_=draft["from"], to=draft.get("to"))
        yield from _table(
            "network", key=self._keys["network", ""], name=draft["name"], kind=draft.get("kind"),
            time_zone=draft["zone"], registry_address=draft.get("address"),
        )  # fmt: skip
        yield from _table("principal", key=self._keys["principal", ""], name=draft["principal"])
        yield from _about(
            _("The members. Each has a key that never changes, and a name that may."), draft.get("members")
        )
        for name in draft.get("members") or ():
            yield from _table("[member]", key=self._keys["members", name], name=name)
        yield from self._roles()
        yield from self._kinds()
        clauses = list(self._clauses())
        if clauses:
            yield from _about(_("The clauses, and the duty that follows from each."), clauses)
            yield from clauses
        else:
            yield ""
            yield from _comment(_("No duty was told. Each stands under a heading [[clause]], as the guide shows."))
        yield ""

    def _roles(self) -> Iterator[str]:
        draft = self.draft
        told: set[str] = set()
        for key, value in draft.items():
            if key.endswith((".who", ".of")):
                told.update(value if isinstance(value, tuple) else (value,))
        about = _("The roles. Who holds them is recorded in the ledger: governance role assign.")
        yield from _about(about, draft.get("roles"))
        for name in draft.get("roles") or ():
            held = draft["held_by"][name]
            of = {"held_by": "derived", "derived_from": "meeting.host"} if held == "host" else {"held_by": held}
            role = list(_table("[role]", key=self._keys["roles", name], name=name, **of))
            if f"role:{name}" in told:
                yield from role
            else:
                yield ""
                yield from _comment(_("No duty speaks of this role yet; take away the # when one does."))
                yield from _comment("\n".join(role[1:]))

    def _kinds(self) -> Iterator[str]:
        draft = self.draft
        of_all = any(draft.get(f"{topic.key}.who") for topic in TOPICS if topic.pattern == "each_meeting")
        of_all = of_all or bool(draft.get("quorum")) or bool(draft.get("quota") and not draft.get("quota.kinds"))
        for name in draft.get("kinds") or ():
            kind = list(_table("[meeting_kind]", key=self._keys["kinds", name], name=name))
            if of_all or name in (draft.get("quota.kinds") or ()):
                yield from kind
            else:
                yield ""
                yield from _comment(_("No duty is about this kind of meeting yet; take away the # when one is."))
                yield from _comment("\n".join(kind[1:]))

    def _clauses(self) -> Iterator[str]:
        draft = self.draft
        if draft.get("quota"):
            text = _("{who} meets at least {n} times a year.").format(who=draft["name"], n=draft["quota"])
            kinds = [self._keys["kinds", name] for name in draft.get("quota.kinds") or ()]
            yield from self._clause(text, pattern="quota", holder="network", at_least=draft["quota"], kinds=kinds,
                                    silent_on=["part_years"])  # fmt: skip
        if draft.get("quorum"):
            yield from self._quorum()
        for topic in TOPICS:
            if draft.get(f"{topic.key}.who"):
                yield from self._topic(topic)
        if draft.get("tasks"):
            yield from self._tasks()

    def _clause(self, text: str, **duty: Any) -> Iterator[str]:
        self._number += 1
        yield from _table("[clause]", id=str(self._number), text=text)
        if "deadline" in duty.get("silent_on", ()):
            yield ""
            yield from _comment(_("No deadline was told, so it is never overdue. Where there is one, add a line due."))
        yield from _table("[clause.duty]", **duty)

    def _quorum(self) -> Iterator[str]:
        of = self.draft["quorum.of"]
        measure = {"of": "present", "at_least": self.draft["quorum"]}
        if of != "members":
            measure["among"] = [self.key(of)]
        text = _("{who} can decide when enough are present.").format(who=self.draft["name"])
        yield from self._clause(text, pattern="each_meeting", holder="network", measure=measure)

    def _topic(self, topic: Topic) -> Iterator[str]:
        answer, by = self.draft[f"{topic.key}.who"], self.draft.get(f"{topic.key}.by")
        who = answer if isinstance(answer, tuple) else (answer,)
        silent = ["deadline"] if topic.counted and by is None else []
        to = [topic.to] if topic.to else []
        if to == ["registry"] and not self.draft.get("address"):
            to, silent = [], [*silent, "recipient"]
        yield from self._clause(
            _(topic.clause).format(who=every([self._called(party) for party in who])),
            pattern=topic.pattern, holder=self.key(who[0]), counterparty=to, evidence=topic.evidence,
            signed_by=[self.key(party) for party in who] if len(who) > 1 else [],
            due=_due(topic, by), silent_on=silent,
        )  # fmt: skip

    def _called(self, party: str) -> str:
        fixed = {"network": self.draft["name"], "principal": self.draft["principal"], "members": _("all members")}
        return fixed.get(party) or party.partition(":")[2]

    def _tasks(self) -> Iterator[str]:
        draft = self.draft
        text = _("{who} reports on its tasks.").format(who=draft["name"])
        yield from self._clause(text, pattern="report", holder="network", counterparty=["principal"])
        for name in draft["tasks"]:
            yield from _table("[assignment]", key=self._keys["tasks", name], clause=str(self._number), title=name)
            partial, final = (draft.get(report, {}).get(name) for report in ("partial", "final"))
            if partial:
                yield from _table("[assignment.report]", key="partial", due=str(partial))
            if final or not partial:
                yield from _table("[assignment.report]", key="final", due=str(final) if final else None)


def _due(topic: Topic, by: int | None) -> dict[str, Any] | None:
    if by is None:
        return None
    if topic.counted in ("before", "after"):
        return {"rule": topic.counted, "days": by}
    later = {"years_later": 1} if topic.counted == "next_year" else {}
    return {"rule": "in_year", "month": by, **later}


def _key(name: str, taken: set[str]) -> str:
    """A key made from a name: small letters and hyphens, and one that nothing else has."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or "x"
    number, found = 2, key
    while found in taken:
        number, found = number + 1, f"{key}-{number}"
    return found


def _about(text: str, what: object) -> Iterator[str]:
    """A comment about what follows, if there is any."""
    if what:
        yield from ("", "", *_comment(text))


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in text.splitlines())


def _table(heading: str, **values: Any) -> Iterator[str]:
    """A table with those of its values that there are."""
    yield ""
    yield f"[{heading}]"
    for key, value in values.items():
        if value not in (None, [], ""):
            yield f"{key.rstrip('_')} = {_toml(value)}"


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Share):
        return _toml(value.model_dump(exclude_defaults=True))
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return str(value)


def _text(text: str) -> str:
    """A text in quotes, as TOML writes it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
