"""What a feature can say that a mandate says, and the TOML that each such sentence stands for."""

from collections.abc import Callable

from governance.duties.evidence import EVIDENCE
from tests.kit.mandates import clause

__all__ = ["SAYINGS"]

# What is due when --------------------------------------------------------------------------------------------

_LENGTH = r"(\d+) (hours?|days?|working days?|weeks?|months?|years?)"


def _long(count: str, unit: str) -> dict[str, object]:
    return {unit.removesuffix("s").replace(" ", "_") + "s": int(count)}


def _after(count: str, unit: str, **besides: object) -> dict[str, object]:
    return {"rule": "after", **_long(count, unit), **besides}


def _before(count: str, unit: str, **besides: object) -> dict[str, object]:
    return {"rule": "before", **_long(count, unit), **besides}


def _of_meeting(identity: str, evidence: str, **duty: object) -> str:
    return clause(identity, pattern="each_meeting", holder="secretary", evidence=evidence, **duty)


def _deed_of_meeting(deed: str, due: object) -> str:
    """A deed in the words of the language's own row."""
    return _of_meeting("deed", next(word for word, kind in EVIDENCE.items() if kind.deed == deed), due=due)


def _notice(due: object, **duty: object) -> str:
    return _of_meeting("notice", "meeting_called", due=due, **duty)


def _minutes(due: object) -> str:
    return _of_meeting("Se2", "minutes_submitted", counterparty=("registry",), due=due)


def _report(every: str, due: object, **duty: object) -> str:
    return clause("report", pattern="each_period", every=every, holder="network", counterparty=("principal",),
                  evidence="summary_sent", due=due, **duty)  # fmt: skip


def _quota(every: str, part_periods: str | None = None, **measure: object) -> str:
    besides = {"part_periods": part_periods} if part_periods else {}
    return clause("M1", pattern="each_period", every=every, holder="network",
                  measure={"of": "meetings", **measure}, **besides)  # fmt: skip


def _quorum(**measure: object) -> str:
    return clause("quorum", pattern="each_meeting", holder="network", measure={"of": "present", **measure})


def _hosting(rule: str) -> str:
    return clause("turn", pattern="each_meeting", holder="members", measure={"of": "rotation", "rule": rule})


def _appointed(identity: str, role: str, **measure: object) -> str:
    return clause(identity, pattern="each_event", event="role_assigned", roles=(role,), holder="network",
                  measure=measure)  # fmt: skip


def _event(identity: str, event: str, evidence: str, due: object, **duty: object) -> str:
    return clause(identity, pattern="each_event", event=event, evidence=evidence, due=due,
                  **{"holder": "network", **duty})  # fmt: skip


def _kept(identity: str, due: object = None, **measure: object) -> str:
    return clause(identity, pattern="kept", holder="principal", measure=measure, **({"due": due} if due else {}))


_ROLE = '[[role]]\nkey = "{0}"\nname.en = "{0}"\nheld_by = "derived"\nderived_from = "{1}"\n'
_NEWS = {"new member": "member_joined", "departure": "member_left", "new group": "working_group_formed",
         "agreement": "agreement_registered", "decision": "decision_taken", "review": "mandate_reviewed",
         "assignment": "assignment_issued"}  # fmt: skip
_QUARTERS = {"quarter": "quarter", "half-year": "half_year", "year": "year", "month": "month",
             "two months": "two_months", "third of the year": "third", "week": "week"}  # fmt: skip
_EVERY = r"(week|month|two months|quarter|third of the year|half-year|year)"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_MONTH = f"({'|'.join(_MONTHS)})"
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_WEEKDAY = "(monday|tuesday|wednesday|thursday|friday)"


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1


SAYINGS: dict[str, Callable[..., str]] = {
    # before a meeting
    rf"notice goes out {_LENGTH} before each meeting": lambda n, unit: _notice(_before(n, unit)),
    r"notice goes out 7 days before each meeting, or 2 days before it where a reason is given":
        lambda: _notice(_before("7", "days"), exemption=(
            {"if": {"recorded": ("meeting_called",), "with_reason": True}, "due": _before("2", "days")},)),
    r"notice goes out 7 days before each meeting, and 3 days before an extraordinary one":
        lambda: _notice(_before("7", "days"), exemption=(
            {"if": {"kinds": ("principals",)}, "due": _before("3", "days")},)),
    r"notice goes out 7 days before each meeting, and need not where all agree to that":
        lambda: _notice(_before("7", "days"), exemption=({"if": {"recorded": ("consent",)}, "not_owed": True},)),
    r"dagordningen skickas ut senast 7 dagar före varje möte":
        lambda: _of_meeting("agenda", "agenda_sent", due=_before("7", "days")),
    r"handlingarna skickas ut senast 5 arbetsdagar före varje möte":
        lambda: _of_meeting("papers", "papers_sent", due=_before("5", "working days")),
    r"handlingarna skickas ut senast 2 dagar efter kallelsen":
        lambda: _of_meeting("papers", "papers_sent", due=_after("2", "days", **{"from": "called"})),
    # at or after a meeting
    rf"the secretary must (.+) within {_LENGTH} of each meeting":
        lambda deed, n, unit: _deed_of_meeting(deed, _after(n, unit)),
    r"a quorum is (\d+) members": lambda n: _quorum(at_least=int(n)),
    r"a quorum is half of the members plus one":
        lambda: _quorum(at_least={"part": "1/2", "plus": 1, "round": "down"}),
    r"a quorum is a third of the members, rounded (up|down)":
        lambda how: _quorum(at_least={"part": "1/3", "round": how}),
    r"a quorum is a third of the members, but never fewer than two":
        lambda: _quorum(at_least={"part": "1/3", "at_least": 2}),
    r"a quorum is half of each side":
        lambda: _quorum(among=("employer", "workers"), each=True, at_least={"part": "1/2"}),
    r"a quorum is half of the members of the board, and the chair is one of those present":
        lambda: _quorum(among=("board",), at_least={"part": "1/2"}, including=("chair",)),
    r"a quorum is half of the members of the board, with the chair or the vice chair, and the treasurer":
        lambda: _quorum(among=("board",), at_least={"part": "1/2"}, including=(("chair", "vice-chair"), "treasurer")),
    r"a quorum is all members of the board, of whom the secretary does not count":
        lambda: _quorum(among=("board",), at_least={"part": "1/1"}, not_counting=("secretary",)),
    r"the members host the meetings in turn": lambda: _hosting("in_turn"),
    r"no member hosts two meetings running": lambda: _hosting("not_twice_running"),
    r"the chair comes from each side in turn":
        lambda: _appointed("turn", "chair", of="rotation", among="sides", rule="in_turn"),
    # after a meeting
    rf"minutes are sent in within {_LENGTH} of the meeting": lambda n, unit: _minutes(_after(n, unit)),
    r"minutes are sent in as soon as possible": lambda: _minutes({"rule": "asap"}),
    r"minutes are sent in within 14 days of the meeting, or 7 days before the next one where that is earlier":
        lambda: _minutes({"rule": "earliest", "of": (
            _after("14", "days"), _before("7", "days", **{"from": "next_meeting"}))}),
    r"minutes are sent in within a month of the meeting, or by 30 June where that is later":
        lambda: _minutes({"rule": "latest", "of": (
            _after("1", "month"), {"rule": "in_year", "month": 6, "day": 30})}),
    r"the chair and the adjuster sign the minutes within 14 days":
        lambda: _of_meeting("signing", "minutes_approved", signed_by=("chair", "adjuster"), due=_after("14", "days")),
    r"first the adjuster and then the chair sign the minutes within 14 days":
        lambda: _of_meeting("signing", "minutes_approved", signed_by=("adjuster", "chair"), in_order=True,
                            due=_after("14", "days")),
    r"the chair or the vice chair, and the adjuster sign the minutes within 14 days":
        lambda: _of_meeting("signing", "minutes_approved", signed_by=(("chair", "vice-chair"), "adjuster"),
                            due=_after("14", "days")),
    r"two of the chair, the vice chair and the adjuster sign the minutes within 14 days":
        lambda: _of_meeting("signing", "minutes_approved", signed_by=("chair", "vice-chair", "adjuster"), at_least=2,
                            due=_after("14", "days")),
    r"two members of the board sign the minutes within 14 days":
        lambda: _of_meeting("signing", "minutes_approved", signed_by=("board",), at_least=2, due=_after("14", "days")),
    r"the minutes are published within 30 days":
        lambda: _of_meeting("publication", "minutes_published", due=_after("30", "days")),
    r"where a meeting takes a decision, its minutes are published within 14 days":
        lambda: _of_meeting("publication", "minutes_published", due=_after("14", "days"),
                            **{"if": {"recorded": ("decision_taken",)}}),
    r"the minutes of an extraordinary meeting are published within 14 days":
        lambda: _of_meeting("publication", "minutes_published", due=_after("14", "days"),
                            **{"if": {"kinds": ("principals",)}}),
    r"unless the minutes are sent in, the owners are told of the meeting within 30 days":
        lambda: _of_meeting("telling", "feedback_given", counterparty=("principal",), due=_after("30", "days"),
                            **{"if": {"not_recorded": ("minutes_submitted",)}}),
    r"minutes are drafted within 7 days, and sent in at the earliest 72 hours after the draft and within 14 days of it":
        lambda: clause("steps", pattern="each_meeting", holder="secretary", step=(
            {"key": "draft", "evidence": "minutes_drafted", "due": _after("7", "days")},
            {"key": "final", "evidence": "minutes_submitted",
             "not_before": _after("72", "hours", **{"from": "done.draft"}),
             "due": _after("14", "days", **{"from": "done.draft"})})),
    r"minutes are drafted within 7 days, and sent in within 14 days of the day on which the draft is due":
        lambda: clause("steps", pattern="each_meeting", holder="secretary", step=(
            {"key": "draft", "evidence": "minutes_drafted", "due": _after("7", "days")},
            {"key": "final", "evidence": "minutes_submitted", "due": _after("14", "days", **{"from": "due.draft"})})),
    r"the owners and the auditors are each told what the meeting said within 14 days":
        lambda: _of_meeting("telling", "feedback_given", counterparty=("principal", "auditors"),
                            due=_after("14", "days")),
    r"the papers of a meeting go to the owners and to the auditors, to each of them 7 days before it":
        lambda: _of_meeting("papers", "papers_sent", counterparty=("principal", "auditors"), to_each=True,
                            due=_before("7", "days")),
    # the number of meetings, and the time between them
    rf"there are at least (\d+) meetings in each {_EVERY}": lambda n, every: _quota(_QUARTERS[every], at_least=int(n)),
    rf"there are at most (\d+) meetings in each {_EVERY}": lambda n, every: _quota(_QUARTERS[every], at_most=int(n)),
    r"there are at least 4 meetings in each year, and a part of a year owes (.+)":
        lambda how: _quota("year", {"all of them": "owed", "none": "not_owed", "its share": "pro_rata"}[how],
                           at_least=4),
    r"there are at least 2 and at most 3 ordinary meetings in each half-year":
        lambda: _quota("half_year", at_least=2, at_most=3, kinds=("network",)),
    r"there are at most 4 months between meetings":
        lambda: clause("next", pattern="each_meeting", holder="network", evidence="next_meeting_held",
                       due=_after("4", "months")),
    r"there are at least 2 weeks between meetings":
        lambda: clause("pause", pattern="each_meeting", holder="network", evidence="next_meeting_held",
                       not_before=_after("2", "weeks")),
    r"the first meeting is held within 2 months of the establishment":
        lambda: _event("first-meeting", "established", "meeting_held", _after("2", "months")),
    r"there are at least 2 meetings in each year by 30 June":
        lambda: clause("M1", pattern="each_period", every="year", holder="network",
                       measure={"of": "meetings", "at_least": 2}, due={"rule": "in_year", "month": 6, "day": 30}),
    r"each member of the board attends two thirds of the meetings of a year":
        lambda: clause("coming", pattern="each_period", holder="board", by_each=True,
                       measure={"of": "attendance", "at_least": {"part": "2/3"}}),
    r"each member attends all ordinary meetings of a half-year":
        lambda: clause("coming", pattern="each_period", every="half_year", holder="members", by_each=True,
                       measure={"of": "attendance", "at_least": {"part": "1/1"}, "kinds": ("network",)}),
    # reports, by periods and by days of the calendar
    rf"the owners get a report on each {_EVERY} by its end":
        lambda every: _report(_QUARTERS[every], {"rule": "in_period", "period": _QUARTERS[every]}),
    rf"the owners get a plan for each {_EVERY} {_LENGTH} before it begins":
        lambda every, n, unit: _report(_QUARTERS[every], _before(n, unit, **{"from": "period_start"})),
    rf"the owners get a report on each {_EVERY} within {_LENGTH} of its end":
        lambda every, n, unit: _report(_QUARTERS[every], _after(n, unit, **{"from": "period_end"})),
    rf"the owners get a report on each {_EVERY} by the end of the next one":
        lambda every: _report(_QUARTERS[every], {"rule": "in_period", "period": _QUARTERS[every], "later": 1}),
    r"the owners get a report in March and in September":
        lambda: _report("year", {"rule": "in_period", "period": "month"}, months=(3, 9)),
    r"the owners get a report on each quarter by its end, of a year that begins in August":
        lambda: _report("quarter", _after("0", "days", **{"from": "period_end"}), year_begins=8),
    r"the owners get a report on each year by its end, and a part of a year owes (one|none)":
        lambda how: _report("year", {"rule": "in_period", "period": "year"},
                            part_periods="owed" if how == "one" else "not_owed"),
    r"in its first 12 months the board reports on each quarter by its end":
        lambda: _report("quarter", {"rule": "in_period", "period": "quarter"}, during_first={"months": 12}),
    r"after its first 12 months the board reports on each year by its end":
        lambda: _report("year", {"rule": "in_period", "period": "year"}, after_first={"months": 12}).replace(
            'id = "report"', 'id = "yearly"'),
    r"the owners get a report by (\d{4}-\d{2}(?:-\d{2})?)":
        lambda day: clause("report", pattern="standing", holder="network", counterparty=("principal",),
                           evidence="summary_sent", due={"rule": "on", "date": day}),
    rf"the owners get a report each year in {_MONTH}":
        lambda month: _report("year", {"rule": "in_year", "month": _month(month)}),
    rf"the owners get a report each year by (\d+) {_MONTH}":
        lambda day, month: _report("year", {"rule": "in_year", "month": _month(month), "day": int(day)}),
    rf"the owners get a report on each year by (\d+) {_MONTH} of the next one":
        lambda day, month: _report("year", {"rule": "in_year", "month": _month(month), "day": int(day),
                                            "years_later": 1}),
    r"the owners get a report on each month by day (\d+) of it":
        lambda day: _report("month", {"rule": "day_of_month", "day": int(day)}),
    r"the owners get a report on each month by day (\d+) of the next one":
        lambda day: _report("month", {"rule": "day_of_month", "day": int(day), "months_later": 1}),
    r"the owners get a report on each month by day (\d+) of it, or the (next|previous) working day":
        lambda day, to: _report("month", {"rule": "day_of_month", "day": int(day), "if_closed": f"{to}_working_day"}),
    rf"the owners get a report on each month by its (first|second|third|fourth|last) {_WEEKDAY}":
        lambda nth, weekday: _report("month", {"rule": "nth_weekday", "nth": _NTH[nth], "weekday": weekday}),
    rf"the owners get a report each year by the (first|second|third|fourth|last) {_WEEKDAY} of {_MONTH}":
        lambda nth, weekday, month: _report("year", {"rule": "nth_weekday", "nth": _NTH[nth], "weekday": weekday,
                                                     "month": _month(month)}),
    # working days
    r"(?:working days are those of|arbetsdagarna är de i) (Sweden|Bavaria|Berlin|Sverige)":
        lambda where: "[working_days]\n" + {"Bavaria": 'country = "DE"\nregion = "BY"', "Berlin":
            'country = "DE"\nregion = "BE"'}.get(where, 'country = "SE"') + "\n",
    r"the office is closed on (\d{4}-\d{2}-\d{2})": lambda day: f"[working_days]\nclosed = [{day}]\n",
    r"the office is closed on 27 December each year": lambda: '[working_days]\nclosed_each_year = ["12-27"]\n',
    r"the weekend is Friday and Saturday": lambda: '[working_days]\nweekend = ["friday", "saturday"]\n',
    # roles and members
    r"nobody is chair for more than 2 terms running": lambda: _appointed("term", "chair", of="terms", at_most=2),
    r"nobody is chair for more than 6 years running": lambda: _appointed("term", "chair", of="terms", years=6),
    r"somebody is nominated 30 days before the end of each term of a chair":
        lambda: _event("nomination", "role_assigned", "nomination",
                       _before("30", "days", **{"from": "term_end"}), roles=("chair",)),
    r"the chair comes from the workers' side": lambda: _appointed("choice", "chair", of="eligible", sides=("workers",)),
    r"the chair is chosen from the members of the board":
        lambda: _appointed("choice", "chair", of="eligible", roles=("board",)),
    r"the treasurer is neither chair nor vice chair":
        lambda: _appointed("choice", "treasurer", of="separate", roles=("chair", "vice-chair")),
    r"a vacant chair is filled within 30 days":
        lambda: _kept("filling", _after("30", "days"), of="holders", role="chair", at_least=1),
    r"the chair is never vacant": lambda: _kept("filling", of="holders", role="chair", at_least=1),
    r"the board has 2 or 3 members":
        lambda: _kept("size", _after("1", "month"), of="holders", role="board", at_least=2, at_most=3),
    r"at most a third of the board, the chair and the vice chair come from the employer":
        lambda: _kept("share", of="holders", role="employer-representative", at_most={"part": "1/3"},
                      among=("board", "chair", "vice-chair")),
    r"more than half of the members are on the workers' side":
        lambda: _kept("share", of="members", side="workers", at_least={"part": "1/2", "plus": 1, "round": "down"}),
    r"two members of the board come from the workers' side":
        lambda: _kept("seats", _after("1", "month"), of="holders", role="board", at_least=2, side="workers"),
    r"there are at least 3 members, and a gap is filled within 2 months":
        lambda: _kept("members", _after("2", "months"), of="members", at_least=3),
    r"there are at most 3 members": lambda: _kept("members", of="members", at_most=3),
    r"there are at least 2 members on the workers' side, and a gap is filled within 2 months":
        lambda: _kept("members", _after("2", "months"), of="members", at_least=2, side="workers"),
    r"where the vice chair is vacant, the secretary prepares each meeting":
        lambda: _of_meeting("preparing", "meeting_prepared", **{"if": {"role_vacant": "vice-chair"}}),
    r"where there is a vice chair, the secretary prepares each meeting":
        lambda: _of_meeting("preparing", "meeting_prepared", **{"if": {"role_held": "vice-chair"}}),
    r"with (\d+) members or more, the minutes are published within 14 days":
        lambda n: _of_meeting("publication", "minutes_published", due=_after("14", "days"),
                              **{"if": {"members_at_least": int(n)}}),
    r"with (\d+) members or fewer, the minutes are published within 14 days":
        lambda n: _of_meeting("publication", "minutes_published", due=_after("14", "days"),
                              **{"if": {"members_at_most": int(n)}}),
    # events and acts
    r"a new member of the board is trained within 6 months":
        lambda: _event("training", "role_assigned", "training", _after("6", "months"), roles=("board",)),
    r"each new member of the board completes a training within 1 month":
        lambda: _event("own", "role_assigned", "training", _after("1", "month"), roles=("board",), holder="board",
                       by_each=True),
    r"a member of the board who misses (\d) meetings in a row( without an apology|) leaves within 14 days":
        lambda n, apology: _event("leaving", "meetings_missed", "role_ended", _after("14", "days"), roles=("board",),
                                  in_a_row=int(n), without_apology=bool(apology)),
    r"who leaves the board hands over within 14 days":
        lambda: _event("handover", "role_ended", "handover", _after("14", "days"), roles=("board",)),
    r"a complaint is answered within (\d+) (days|hours)":
        lambda n, unit: _event("answer", "complaint", "answer", _after(n, unit)),
    r"an urgent decision is ratified at the latest a month afterwards":
        lambda: _event("ratification", "urgent-decision", "ratification", _after("1", "month")),
    r"an urgent decision is ratified at the next ordinary meeting":
        lambda: _event("ratification", "urgent-decision", "ratification",
                       _after("0", "days", **{"from": "next_meeting"}), kinds=("network",)),
    r"a risk review is made each year by its end":
        lambda: clause("risk-review", pattern="each_period", every="year", holder="network", evidence="risk-review",
                       due={"rule": "in_period", "period": "year"}),
    r"a risk review is made each year by its end, which (.+) may waive":
        lambda who: clause("risk-review", pattern="each_period", every="year", holder="network",
                           evidence="risk-review", due={"rule": "in_period", "period": "year"},
                           waived_by={"the chair": ("chair",), "the auditors": ("auditors",)}[who]),
    r"each member of the board declares its interests each year by its end":
        lambda: clause("declaration", pattern="each_period", every="year", holder="board", by_each=True,
                       evidence="declaration", due={"rule": "in_period", "period": "year"}),
    r"each member makes a contribution each year by its end":
        lambda: clause("contribution", pattern="each_period", every="year", holder="members", by_each=True,
                       evidence="contribution", due={"rule": "in_period", "period": "year"}),
    r"an action open after 2 later meetings goes to the chair within 7 days":
        lambda: clause("escalation", pattern="each_item", holder="secretary", open_after=2, escalates_to="chair",
                       due=_after("7", "days")),
    # the mandate itself
    r"the mandate is reviewed each year by its end":
        lambda: clause("review", pattern="each_period", every="year", holder="network", evidence="mandate_reviewed",
                       due={"rule": "in_period", "period": "year"}),
    r"the mandate is reviewed again within 3 years of a review":
        lambda: _event("review-again", "mandate_reviewed", "mandate_reviewed", _after("3", "years")),
    r"the owners get a last report 3 months before the mandate ends":
        lambda: clause("report", pattern="standing", holder="network", counterparty=("principal",),
                       evidence="summary_sent", due=_before("3", "months", **{"from": "mandate_end"})),
    r"the owners end the mandate by the end of 2021":
        lambda: clause("end", pattern="standing", holder="principal", evidence="mandate_ended",
                       due={"rule": "on", "date": "2021"}),
    r"each version of the mandate is told of in a newsletter within 14 days":
        lambda: _event("telling", "mandate_started", "newsletter", _after("14", "days")),
    r"a newsletter tells within 14 days of each (new member|departure|new group|agreement|decision|review|assignment)":
        lambda what: _event("news", _NEWS[what], "newsletter", _after("14", "days")),
    # who does it
    r"who leads a meeting sends in its minutes": lambda: _ROLE.format("minute-taker", "meeting.leader") + clause(
        "Se2", pattern="each_meeting", holder="minute-taker", evidence="minutes_submitted"),
    r"the vice chair is also the keeper of the register, which is sent in by 31 March each year":
        lambda: _ROLE.format("keeper", "vice-chair") + clause(
            "P5", pattern="each_period", every="year", holder="keeper", evidence="register_submitted",
            due={"rule": "in_year", "month": 3, "day": 31}),
    r"the chair leads each meeting, or the vice chair in the chair's place":
        lambda: clause("O1", pattern="each_meeting", holder="chair", deputies=("vice-chair",),
                       evidence="meeting_led"),
    r"the owners get a report on each quarter by its end, or are told otherwise":
        lambda: _report("quarter", {"rule": "in_period", "period": "quarter"}, or_evidence=("feedback_given",)),
    r"a treasurer is appointed 14 days before taking office":
        lambda: _event("approval", "role_assigned", "role_assigned", _before("14", "days"), roles=("treasurer",)),
    r"who follows a treasurer is appointed within 30 days":
        lambda: _event("succession", "role_ended", "role_assigned", _after("30", "days"), roles=("treasurer",)),
    r"the choice of a treasurer is approved 14 days before it takes effect":
        lambda: _event("approval", "role_assigned", "approval", _before("14", "days"), roles=("treasurer",)),
    r"the owners get two reports in each year":
        lambda: _report("year", {"rule": "in_period", "period": "year"}, at_least=2),
    r"minutes are kept for 2 years":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",),
                       keep={"years": 2}),
    # vad som bevaras och gallras
    r"protokoll bevaras i 10 år":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",),
                       keep={"years": 10}),
    r"protokoll bevaras i 2 år efter utgången av det år då de kom in":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",),
                       keep={"years": 2}, **{"from": "period_end"}),
    r"protokoll bevaras för alltid":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",)),
    r"protokoll bevaras i 1 år efter att uppdraget har upphört":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",),
                       keep={"years": 1}, **{"from": "mandate_end"}),
    r"protokoll bevaras i 1 år efter att styrelsen har upplösts":
        lambda: clause("keeping", pattern="retention", holder="secretary", evidence=("minutes_submitted",),
                       keep={"years": 1}, **{"from": "dissolved"}),
}  # fmt: skip
"""Each sentence of the features (a pattern), and the TOML that it stands for."""
