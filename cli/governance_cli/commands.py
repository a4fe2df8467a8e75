"""Every command that tells the ledger something: its noun and verb, the method behind it, and an example.

The options of each are made from the method's signature (``building``). The examples are a history: in this
order, on the mandate in ``examples/``, each of them works, and a test carries them out.
"""

from typing import NamedTuple

from governance.text import N_

__all__ = ["COMMANDS", "MAY_BEGIN", "SIGNED", "Row"]


class Row(NamedTuple):
    """Without a verb the noun itself is the command."""

    noun: str
    verb: str
    method: str
    short: str
    example: str


MAY_BEGIN = frozenset({"adopt_mandate", "establish_network", "register_person"})
"""The commands that may begin a ledger where there is none; all others need one."""

SIGNED = frozenset({"close_year"})
"""The commands after which a checkpoint is signed, where the ledger's secret key is at hand."""

COMMANDS: tuple[Row, ...] = (
    Row("mandate", "adopt", "adopt_mandate", N_("Adopt a mandate file."),
        "mandate adopt mandate.toml --on 2021-01-13 --decided-by 'School chiefs'"),
    Row("network", "establish", "establish_network", N_("Establish a network that has no mandate yet."),
        "network establish culture --name 'Culture schools' --on 2021-01-13"),
    Row("network", "rename", "rename_network", N_("Give a network another name; its key stays."),
        "network rename culture --name 'Schools of music and arts' --on 2021-01-20"),
    Row("person", "register", "register_person", N_("Register a person."),
        "person register 'Anna Lund' --person anna --organisation skovde --on 2021-01-13"),
    Row("person", "correct", "correct_person", N_("Correct or complete a person's details."),
        "person correct anna --email anna.lund@example.org --on 2021-01-14"),
    Row("person", "merge", "merge_person", N_("Say that two registered persons are one."),
        "person merge anna-lund --into anna --on 2021-01-15"),
    Row("member", "join", "join_network", N_("A member joins."),
        "member join culture --member hjo --name Hjo --on 2021-01-20"),
    Row("member", "leave", "leave_network", N_("A member leaves."),
        "member leave culture --member hjo --on 2021-06-30"),
    Row("role", "assign", "assign_role", N_("Somebody takes over a role."),
        "role assign vux --role chair --holder anna --starts 2021-01-13 --on 2021-01-13"),
    Row("plan", "adopt", "adopt_work_plan", N_("The work plan for a calendar year is adopted."),
        "plan adopt vux --year 2021 --document plan.pdf --on 2021-01-27"),
    Row("network", "change-kind", "change_network_kind", N_("A network becomes another kind of body."),
        "network change-kind culture --to 'standing committee' --reason 'Decided for good' --on 2021-02-01"),
    Row("register", "submit", "submit_register", N_("Send the list of people in; only its digest is kept."),
        "register submit vux --document people.csv --recipient registry --on 2021-02-03"),
    Row("dates", "submit", "submit_meeting_dates", N_("Send the dates of the meetings in."),
        "dates submit vux --date 2021-02-12 --date 2021-03-19 --recipient registry --on 2021-02-01"),
    Row("agreement", "register", "register_agreement", N_("Put an agreement on record."),
        "agreement register vux --title 'Cooperation agreement' --starts 2020-07-01 --on 2021-02-05"),
    Row("group", "form", "form_working_group", N_("Form a working group."),
        "group form vux --group language --name 'Language support' --on 2021-02-12"),
    Row("group", "report", "report_working_group", N_("A working group reports."),
        "group report vux --group language --about 'Courses surveyed' --on 2021-04-20"),
    Row("group", "dissolve", "dissolve_working_group", N_("End a working group."),
        "group dissolve vux --group language --reason 'Its task is done' --on 2021-12-01"),
    Row("organisation", "rename", "rename_organisation", N_("Rename an organisation; its key stays."),
        "organisation rename vux --organisation skovde --name 'City of Skövde' --on 2021-12-02"),
    Row("assignment", "issue", "issue_assignment", N_("The principal gives the network a task."),
        "assignment issue vux --key 2021-4 --title 'Guidance' --goal 2 --report final=2021-11 --on 2021-03-01"),
    Row("assignment", "reassign", "reassign_assignment", N_("Reassign an assignment to somebody else."),
        "assignment reassign vux/2021-4 --to org:skovde --on 2021-04-01"),
    Row("report", "submit", "submit_report", N_("A report is delivered."),
        "report submit vux/2021-1 --report partial --document report.pdf --on 2021-05-28"),
    Row("report", "return", "return_report", N_("The recipient gives a report back, with reasons."),
        "report return vux/2021-1 --report partial --reasons 'No budget' --on 2021-06-02"),
    Row("report", "accept", "accept_report", N_("The recipient accepts a report."),
        "report accept vux/2021-2 --report partial --on 2021-06-03"),
    Row("deadline", "extend", "extend_deadline", N_("A report is due later; the first date stays visible."),
        "deadline extend vux/2021-3 --report partial --due 2021-09 --reason 'Budget' --decided-by 'School chiefs' "
        "--on 2021-06-15"),
    Row("report", "waive", "waive_report", N_("The principal does not ask for a report any longer."),
        "report waive vux/2021-4 --report final --reason 'Covered by 2021-2' --on 2021-09-01"),
    Row("assignment", "complete", "complete_assignment", N_("An assignment is done."),
        "assignment complete vux/2021-2 --on 2021-11-30"),
    Row("assignment", "withdraw", "withdraw_assignment", N_("The principal takes an assignment back."),
        "assignment withdraw vux/2021-4 --reason 'No longer needed' --on 2021-10-01"),
    Row("meeting", "schedule", "schedule_meeting", N_("Plan a meeting."),
        "meeting schedule vux --planned-on 2021-02-12 --kind network --host skovde --on 2021-01-20"),
    Row("meeting", "reschedule", "reschedule_meeting", N_("Move a meeting to another day."),
        "meeting reschedule vux/2021-03-19 --planned-on 2021-03-26 --reason 'Snow' --on 2021-03-10"),
    Row("meeting", "host", "change_host", N_("Another member hosts a meeting."),
        "meeting host vux/2021-03-19 --host skara --on 2021-03-12"),
    Row("meeting", "call", "call_meeting", N_("Send the notice out, with the agenda."),
        "meeting call vux/2021-02-12 --agenda 'Assignments of the year' --agenda 'Learning centres' --on 2021-02-01"),
    Row("papers", "send", "send_papers", N_("Send the papers of a meeting out."),
        "papers send vux/2021-02-12 --what agenda --recipient members --on 2021-02-01 --at 14:30"),
    Row("meeting", "prepare", "prepare_meeting", N_("A meeting has been prepared."),
        "meeting prepare vux/2021-02-12 --by anna --on 2021-02-08"),
    Row("meeting", "hold", "hold_meeting", N_("A meeting was held."),
        "meeting hold vux/2021-02-12 --led-by anna --attendance skovde=2/3 --attendance hjo=0/1 --on 2021-02-12"),
    Row("meeting", "cancel", "cancel_meeting", N_("A meeting will not be held."),
        "meeting cancel vux/2021-03-19 --reason 'Too few could come' --on 2021-03-25"),
    Row("decision", "take", "take_decision", N_("A meeting decides."),
        "decision take vux/2021-02-12 --key d1 --text 'A working group is formed.' --on 2021-02-12"),
    Row("action", "agree", "agree_action", N_("A meeting gives somebody something to do."),
        "action agree vux/2021-02-12 --key a1 --text 'Survey the courses' --responsible anna --due 2021-03-19 "
        "--on 2021-02-12"),
    Row("action", "close", "close_action", N_("An agreed action is done."),
        "action close vux/2021-02-12 --key a1 --outcome 'Survey sent' --on 2021-03-19"),
    Row("action", "escalate", "escalate_action", N_("Take an open action to a role or an organisation."),
        "action escalate vux/2021-02-12 --key a2 --to principal --reason 'Open for three meetings' --on 2021-03-19"),
    Row("action", "carry-over", "carry_over_action", N_("Take an open action to a later meeting."),
        "action carry-over vux/2021-02-12 --key a2 --to vux/2021-05-05 --on 2021-03-19"),
    Row("minutes", "draft", "draft_minutes", N_("Minutes are written."),
        "minutes draft vux/2021-02-12 --by skovde --on 2021-02-15"),
    Row("minutes", "reject", "reject_minutes", N_("An approver does not sign the minutes, with reasons."),
        "minutes reject vux/2021-02-12 --by anna --reasons 'Attendance is missing' --on 2021-02-16"),
    Row("minutes", "approve", "approve_minutes", N_("An approver signs the minutes."),
        "minutes approve vux/2021-02-12 --by anna --on 2021-02-18"),
    Row("minutes", "submit", "submit_minutes", N_("Send the minutes in."),
        "minutes submit vux/2021-02-12 --document minutes.pdf --recipient registry --on 2021-02-19"),
    Row("minutes", "publish", "publish_minutes", N_("Minutes are there for everybody to read."),
        "minutes publish vux/2021-02-12 --where https://example.org/minutes --on 2021-03-01"),
    Row("feedback", "give", "give_feedback", N_("Pass information on."),
        "feedback give vux --recipient principal --given-as chair --by anna --on 2021-04-20"),
    Row("feedback", "from-meeting", "give_meeting_feedback", N_("Pass on what a meeting said."),
        "feedback from-meeting vux/2021-02-12 --recipient principal --given-as chair --by anna --on 2021-02-25"),
    Row("summary", "send", "send_summary", N_("Inform the principal by a summary."),
        "summary send vux --about 'Spring 2021' --on 2021-06-20"),
    Row("act", "record", "record_act", N_("Something that the mandate names as an act was done."),
        "act record vux --act risk-review --period 2021-Q1 --by anna --on 2021-04-06"),
    Row("duty", "extend", "extend_duty", N_("An obligation is due later; the first date stays visible."),
        "duty extend vux/Se2/2021-05-05 --due 2021-06-30 --reason 'Secretary ill' --by principal --on 2021-05-17"),
    Row("duty", "waive", "waive_duty", N_("An obligation is waived."),
        "duty waive vux/Se2/2021-05-05 --reason 'No minutes were taken' --by principal --on 2021-06-28"),
    Row("role", "end", "end_role", N_("Somebody holds a role no longer."),
        "role end vux --role chair --holder anna --ends 2021-08-31 --on 2021-08-31"),
    Row("mandate", "review", "review_mandate", N_("Go through the mandate itself."),
        "mandate review vux --outcome 'A deadline for minutes is missing' --period 2021 --on 2021-08-20"),
    Row("mandate", "amend", "amend_mandate", N_("Bring a new version of the mandate into force."),
        "mandate amend mandate-with-deadline.toml --reason 'Minutes within 14 days' --on 2021-09-01"),
    Row("mandate", "end", "end_mandate", N_("The mandate in force ends."),
        "mandate end vux --ends 2021-12-31 --on 2021-12-15"),
    Row("year", "close", "close_year", N_("Close the record of a past year."),
        "year close vux --year 2021 --on 2022-02-01"),
    Row("network", "dissolve", "dissolve_network", N_("A network ceases to exist."),
        "network dissolve culture --reason 'Merged with another' --on 2022-02-01"),
    Row("network", "reestablish", "reestablish_network", N_("A dissolved network lives again."),
        "network reestablish culture --reason 'The merger failed' --on 2022-06-01"),
    Row("document", "weed", "weed_document", N_("A recorded document is kept no longer."),
        "document weed assignment:vux/2021-1@2 --reason 'Kept for a year' --on 2022-06-01"),
    Row("correct", "", "correct_fact", N_("Correct an event that was recorded wrongly."),
        "correct meeting:vux/2021-02-12@1 --set host=skara --reason 'Skara was the host'"),
    Row("retract", "", "retract_fact", N_("Withdraw an event that never happened."),
        "retract '#30' --reason 'Entered twice'"),
)  # fmt: skip
