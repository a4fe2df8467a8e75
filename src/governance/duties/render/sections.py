"""The page of a mandate: who is who, the clauses with their duties, the assignments, what is assumed."""

from collections.abc import Callable, Iterable

from governance.duties.language import Assumption, Mandate
from governance.duties.render.duties import clause_entry
from governance.duties.render.page import Entry, Page, Section
from governance.duties.scene import Scene
from governance.mandate.frame import Organisation, Role, WorkingDays
from governance.mandate.names import MONTHS, WEEKDAYS, Names, day, every, on, quoted, told
from governance.text import N_, _, language, speaking

__all__ = ["SECTIONS", "mandate_page"]


def mandate_page(mandate: Mandate, lang: str | None = None) -> Page:
    """A mandate given back in words: what was understood, in ``lang``, or else in the reader's language."""
    with speaking(lang):
        names = Names(mandate)
        found = (section(mandate, names) for section in SECTIONS)
        return Page(
            lang=language(),
            title=told(mandate.title),
            lead=tuple(_lead(mandate, names)),
            sections=tuple(section for section in found if section.entries),
        )


def duty_texts(mandate: Mandate, lang: str | None = None) -> dict[str, tuple[str, ...]]:
    """For each duty, by its id, its sentence and what else is said of it, as on the page."""
    with speaking(lang):
        names = Names(mandate)
        entries = ((clause, clause_entry(clause, mandate, names)) for clause in mandate.clauses)
        return {
            clause.id if number == 0 else f"{clause.id}.{number + 1}": tuple(_flat(duty))
            for clause, entry in entries
            for number, duty in enumerate(entry.parts)
        }


def _flat(entry: Entry) -> Iterable[str]:
    yield entry.text
    yield from entry.points
    for part in entry.parts:
        first, *others = _flat(part)
        yield f"{part.label}: {first}" if part.label else first
        yield from others


def _lead(mandate: Mandate, names: Names) -> Iterable[str]:
    yield _(
        "This page says what was understood of the mandate file. Where it says otherwise than the mandate itself, "
        "mend the file."
    )
    first, last = mandate.in_force.from_, mandate.in_force.to
    text = (
        _("Version {version}, in force from {first} to {last}.")
        if last
        else _("Version {version}, in force from {first}.")
    )
    yield text.format(version=mandate.version, first=day(first), last=day(last or first))
    principal, network = names.party("principal"), names.party("network")
    yield _("Given by {principal} to {network}.").format(principal=principal, network=network)
    text = _("A duty may be waived or extended by {principal}, where nobody else is named for it.")
    yield text.format(principal=principal)


def _body(mandate: Mandate, _names: Names) -> Section:
    network = mandate.network
    facts = [Entry(_("Its days begin and end as in {zone}.").format(zone=network.time_zone.replace("_", " ")))]
    if network.kind:
        facts.insert(0, Entry(_("What kind of body it is: {kind}.").format(kind=told(network.kind))))
    if network.registry_address:
        facts.append(Entry(_("Documents are sent in to {address}.").format(address=network.registry_address)))
    return Section(told(network.name), (*facts, *_working_days(mandate.working_days)))


def _working_days(days: WorkingDays) -> Iterable[Entry]:
    closed = [every([_(WEEKDAYS[name]) for name in days.weekend])] if days.weekend else []
    if days.country:
        places = [f"{days.country}-{region}" for region in days.region] or [days.country]
        closed += [_("the public holidays of {country}").format(country=place) for place in places]
    closed += [day(date) for date in days.closed]
    for date in days.closed_each_year:
        month, number = date.split("-")
        closed.append(_("{day} {month} in each year").format(day=int(number), month=_(MONTHS[int(month) - 1])))
    if days != WorkingDays():
        yield Entry(_("No working days are: {days}.").format(days="; ".join(closed) or _("none")))
    if days.open:
        yield Entry(_("Working days all the same are: {days}.").format(days="; ".join(day(date) for date in days.open)))


def _organisation(body: Organisation) -> Entry:
    if not body.aliases:
        return Entry(told(body.name))
    names = every([quoted(alias) for alias in body.aliases])
    return Entry(_("{name}, also called {names}").format(name=told(body.name), names=names))


def _parties(mandate: Mandate, _names: Names) -> Section:
    groups = [Entry(_("Given by"), parts=(_organisation(mandate.principal),))]
    if mandate.members:
        groups.append(Entry(_("Members"), parts=tuple(map(_organisation, mandate.members))))
    if mandate.organisations:
        groups.append(Entry(_("Others"), parts=tuple(map(_organisation, mandate.organisations))))
    return Section(_("Who is who"), tuple(groups))


_HELD_BY = {
    "person": N_("{role}: one person at a time."),
    "persons": N_("{role}: several persons together."),
    "organisation": N_("{role}: an organisation."),
}
_DERIVED = {
    "meeting.host": N_("{role}: whoever hosts the meeting."),
    "meeting.leader": N_("{role}: whoever leads the meeting."),
}


def _role(role: Role, names: Names) -> Entry:
    if role.held_by != "derived":
        text = _(_HELD_BY[role.held_by])
    elif role.derived_from in _DERIVED:
        text = _(_DERIVED[role.derived_from])
    else:
        text = _("{role}: whoever holds the role {other}.")
    return Entry(text.format(role=told(role.name), other=names.role(role.derived_from or "")))


def _roles(mandate: Mandate, names: Names) -> Section:
    return Section(_("Roles"), tuple(_role(role, names) for role in mandate.roles))


def _sides(mandate: Mandate, names: Names) -> Section:
    entries = []
    for side in mandate.sides:
        who = [names.party(key) for key in side.members] + [names.group(key) for key in side.roles]
        entries.append(Entry(_("{side}: {who}.").format(side=told(side.name), who=every(who) or _("nobody"))))
    return Section(_("Sides"), tuple(entries))


def _kinds(mandate: Mandate, _names: Names) -> Section:
    return Section(_("Kinds of meeting"), tuple(Entry(told(kind.name)) for kind in mandate.meeting_kinds))


def _acts(mandate: Mandate, _names: Names) -> Section:
    about = _("What this body records besides what every body does.")
    return Section(_("Acts"), tuple(Entry(told(act.name)) for act in mandate.acts), about)


def _goals(mandate: Mandate, _names: Names) -> Section:
    goals = (
        Entry(told(goal.text), label=goal.id, parts=tuple(Entry(told(text)) for text in goal.sub_goals))
        for goal in mandate.goals
    )
    return Section(_("Goals"), tuple(goals))


def _clauses(mandate: Mandate, names: Names) -> Section:
    about = _("Each clause in the words of the file, and below it each duty as it was understood.")
    entries = tuple(clause_entry(clause, mandate, names) for clause in mandate.clauses)
    return Section(_("Clauses and duties"), entries, about, quotes=True)


def _assignments(mandate: Mandate, names: Names) -> Section:
    entries = []
    for assignment in mandate.assignments:
        said = [_("Given under clause {id}.").format(id=assignment.clause)]
        if assignment.goals:
            goals = every([names.goal(key) for key in assignment.goals])
            said.append(_("It serves these goals: {goals}.").format(goals=goals))
        for report in assignment.reports:
            name = _(REPORTS[report.key]) if report.key in REPORTS else quoted(report.key)
            if report.due is None:
                said.append(_("{report}: no date is given, so it is never overdue.").format(report=name))
            else:
                said.append(_("{report}: at the latest {day}.").format(report=name, day=on(report.due)))
        entries.append(Entry(told(assignment.title), points=tuple(said)))
    return Section(_("Assignments"), tuple(entries))


REPORTS = {"partial": N_("Partial report"), "final": N_("Final report")}
"""What reports of these keys are called; others go by their keys, in quotes."""


def _assumptions(mandate: Mandate, names: Names) -> Section:
    about = _("Not said by the mandate, but assumed in the file. Every answer that rests on one says so.")
    return Section(_("Assumptions"), tuple(_assumption(each, names) for each in mandate.assumptions), about)


def _assumption(each: Assumption, names: Names) -> Entry:
    within = Scene(names, _("what calls for the duty"))
    text = _("For clause {id}: {due}. “{text}”")
    return Entry(text.format(id=each.clause, due=each.due.at_the_latest(within), text=told(each.text)))


SECTIONS: tuple[Callable[[Mandate, Names], Section], ...] = (
    _body,
    _parties,
    _roles,
    _sides,
    _kinds,
    _acts,
    _goals,
    _clauses,
    _assignments,
    _assumptions,
)
"""What stands on the page, in this order; a section with nothing in it is left out."""
