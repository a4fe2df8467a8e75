"""What the features of the mandate language call each obligation of a board, and its id without the body."""

import re
from collections.abc import Callable

__all__ = ["OWED_OF_A_BOARD", "person_key", "plain"]


def plain(name: str) -> str:
    """A key that is made of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold().translate(str.maketrans("åäöé", "aaoe")))


def person_key(name: str) -> str:
    """A subject id for a name of the features."""
    return f"p-{plain(name)}"


_DAY = r"\d{4}-\d{2}-\d{2}"
_PERIOD = r"\d{4}(?:-\d{4})?(?:-(?:[HTQB]\d|W\d\d|\d{2}))?"
_PART = r"\d{4}(?:-\d{4}(?:-[HQ]\d)?|-[HQ]\d|-\d{2})"
_OFFICE = "chair|vice chair|treasurer|member of the board"


def _office(name: str) -> str:
    return "board" if name == "member of the board" else name.replace(" ", "-")


def _appointment(clause: str) -> Callable[..., str]:
    return lambda name, office, day: f"{clause}/{_office(office)}-{person_key(name)}-{day}"


OWED_OF_A_BOARD: tuple[tuple[str, Callable[..., str]], ...] = (
    (rf"the duty to .+ after the meeting of ({_DAY})", lambda day: f"deed/{day}"),
    (rf"the notice of the meeting of ({_DAY})", lambda day: f"notice/{day}"),
    (rf"utskicket av dagordningen till mötet ({_DAY})", lambda day: f"agenda/{day}"),
    (rf"utskicket av handlingarna till mötet ({_DAY})", lambda day: f"papers/{day}"),
    (rf"the sending of the papers of ({_DAY}) to the owners", lambda day: f"papers/{day}/principal"),
    (rf"the sending of the papers of ({_DAY}) to the auditors", lambda day: f"papers/{day}/auditors"),
    (rf"the preparing of the meeting of ({_DAY})", lambda day: f"preparing/{day}"),
    (rf"the quorum of the meeting of ({_DAY})", lambda day: f"quorum/{day}"),
    (rf"the turn to host the meeting of ({_DAY})", lambda day: f"turn/{day}"),
    (rf"the next meeting after ({_DAY})", lambda day: f"next/{day}"),
    (rf"the pause after the meeting of ({_DAY})", lambda day: f"pause/{day}"),
    (rf"the first meeting after the establishment of ({_DAY})", lambda day: f"first-meeting/established-{day}"),
    (rf"the number of meetings in ({_PART})", lambda period: f"M1/{period}"),
    (rf"the signing of the minutes of ({_DAY})", lambda day: f"signing/{day}"),
    (rf"the publication of the minutes of ({_DAY})", lambda day: f"publication/{day}"),
    (rf"the draft of the minutes of ({_DAY})", lambda day: f"steps/{day}/draft"),
    (rf"the final version of the minutes of ({_DAY})", lambda day: f"steps/{day}/final"),
    (rf"telling the owners of the meeting of ({_DAY})", lambda day: f"telling/{day}"),
    (rf"telling the owners what the meeting of ({_DAY}) said", lambda day: f"telling/{day}/principal"),
    (rf"telling the auditors what the meeting of ({_DAY}) said", lambda day: f"telling/{day}/auditors"),
    (rf"the report on ({_PERIOD})", lambda period: f"report/{period}"),
    (rf"the yearly report on ({_PERIOD})", lambda period: f"yearly/{period}"),
    (r"the report to the owners", lambda: "report/standing"),
    (rf'the training of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("training")),
    (
        rf'the training that "([^"]+)" owes as ({_OFFICE}) from ({_DAY})',
        lambda name, office, day: f"{_appointment('own')(name, office, day)}/{person_key(name)}",
    ),
    (rf"the plan for ({_PERIOD})", lambda period: f"report/{period}"),
    (rf'the handover by "([^"]+)" as ({_OFFICE}) until ({_DAY})', _appointment("handover")),
    (rf'the choice of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("choice")),
    (rf'the turn of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("turn")),
    (rf'the term of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("term")),
    (rf'the succession of "([^"]+)" as ({_OFFICE}) until ({_DAY})', _appointment("succession")),
    (rf'the appointment of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("approval")),
    (rf'the approval of "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("approval")),
    (rf'the nomination after "([^"]+)" as ({_OFFICE}) from ({_DAY})', _appointment("nomination")),
    (
        rf'the leaving of "([^"]+)" after the meeting of ({_DAY})',
        lambda name, day: f"leaving/{person_key(name)}-{day}",
    ),
    (rf"the filling of the chair since ({_DAY})", lambda day: f"filling/{day}"),
    (rf"the size of the board since ({_DAY})", lambda day: f"size/{day}"),
    (
        r'the attendance of "([^"]+)" in (\d{4}(?:-H\d)?)',
        lambda name, period: f"coming/{period}/{person_key(name) if ' ' in name else plain(name)}",
    ),
    (rf"the share of (?:the members|the employer) since ({_DAY})", lambda day: f"share/{day}"),
    (rf"the filling of the workers' seats since ({_DAY})", lambda day: f"seats/{day}"),
    (rf"the number of members since ({_DAY})", lambda day: f"members/{day}"),
    (rf"the answer to the complaint of ({_DAY})", lambda day: f"answer/complaint-{day}"),
    (rf"the ratification of the decision of ({_DAY})", lambda day: f"ratification/urgent-decision-{day}"),
    (r"the sending in of the register for (\d{4})", lambda year: f"P5/{year}"),
    (r"the risk review of (\d{4})", lambda year: f"risk-review/{year}"),
    (r'the declaration of "([^"]+)" for (\d{4})', lambda name, year: f"declaration/{year}/{person_key(name)}"),
    (r'the contribution of "([^"]+)" for (\d{4})', lambda name, year: f"contribution/{year}/{plain(name)}"),
    (rf"taking the task of ({_DAY}) to the chair", lambda day: f"escalation/{day}-a1"),
    (r"the review of the mandate in (\d{4})", lambda year: f"review/{year}"),
    (
        rf'the newsletter on the (?:coming|leaving) of "([^"]+)" on ({_DAY})',
        lambda name, day: f"news/{plain(name)}-{day}",
    ),
    (rf'the newsletter on the group "([^"]+)" of ({_DAY})', lambda name, day: f"news/{plain(name)}-{day}"),
    (rf"the newsletter on the agreement of ({_DAY})", lambda day: f"news/agreement-{day}"),
    (rf"the newsletter on the decision of ({_DAY})", lambda day: f"news/{day}-d1"),
    (rf"the newsletter on the review of ({_DAY})", lambda day: f"news/mandate_reviewed-{day}"),
    (r'the newsletter on the assignment "([^"]+)"', lambda key: f"news/{key}"),
    (rf"the review after that of ({_DAY})", lambda day: f"review-again/mandate_reviewed-{day}"),
    (r"the end of the mandate", lambda: "end/standing"),
    (rf"the newsletter on the mandate of ({_DAY})", lambda day: f"telling/mandate_started-{day}"),
    (rf"the keeping of the minutes of ({_DAY})", lambda day: f"keeping/{day}-minutes_submitted"),
    (rf"bevarandet av protokollet från ({_DAY})", lambda day: f"keeping/{day}-minutes_submitted"),
)
"""A sentence's words (a pattern), and the rest of the id."""
