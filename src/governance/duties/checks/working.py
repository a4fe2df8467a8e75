"""Which days are working days."""

from collections.abc import Iterator
from datetime import date

from governance.duties.checks.common import names
from governance.mandate.tree import Fault, Node, not_among, shown
from governance.text import _

__all__ = ["CHECKS"]

_LETTERS = 2
_A_WEEK = 7


def holidays_are_known(root: Node) -> Iterator[Fault]:
    country, regions = root["working_days"]["country"], list(root["working_days"].each("region"))
    if regions and country.value is None:
        yield Fault(regions[0].path, _("a region of which country?"), _("country, in two capitals"))
    if country.text is None or len(country.text) != _LETTERS:
        return
    import holidays  # late: it takes a while to load

    known = holidays.list_supported_countries().get(country.text)
    if known is None:
        problem = _("the public holidays of {country} are not known; name the days in closed instead")
        yield Fault(country.path, problem.format(country=shown(country.text)), _("two capitals, such as SE"))
        return
    for region in regions:
        try:
            holidays.country_holidays(country.text, subdiv=region.text)
        except NotImplementedError:
            problem = _("{country} has no region {region} with holidays of its own")
            problem = problem.format(country=country.text, region=shown(region.text))
            yield not_among(region.path, problem, region.text or "", known)


def no_day_is_open_and_closed(root: Node) -> Iterator[Fault]:
    closed = names(root["working_days"].each("closed"))
    for day in root["working_days"].each("open"):
        if day.text in closed:
            yield Fault(day.path, _("{day} is closed as well").format(day=day.text), _("open or closed, not both"))


def closed_days_exist(root: Node) -> Iterator[Fault]:
    for day in root["working_days"].each("closed_each_year"):
        try:
            date.fromisoformat(f"2024-{day.text or '01-01'}")
        except ValueError:
            yield Fault(day.path, _("there is no day {day} in any year").format(day=shown(day.text)))


def a_day_is_left_to_work(root: Node) -> Iterator[Fault]:
    weekend = root["working_days"]["weekend"]
    if len(set(names(root["working_days"].each("weekend")))) == _A_WEEK:
        yield Fault(weekend.path, _("no day of the week is left to work on"), _("at most six days"))


CHECKS = (holidays_are_known, no_day_is_open_and_closed, closed_days_exist, a_day_is_left_to_work)
