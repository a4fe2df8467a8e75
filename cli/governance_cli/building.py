"""From a method of the library to a command: its signature becomes options, its docstring the help.

Only *how values are written* is said here, by their types; which values there are and what they mean is the library's.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from types import NoneType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import click

from governance.ledger.commands import Commands
from governance.ledger.receipt import Details
from governance.model.assignment import ReportAsked
from governance.model.event import Digest, Source
from governance.model.meeting_events import Attendance
from governance.text import N_, _
from governance.time import When
from governance_cli import parameters, wording
from governance_cli.commands import MAY_BEGIN, SIGNED, Row
from governance_cli.docstrings import NAMES, NOT_OPTIONS, of_method
from governance_cli.lazy import SpeakingCommand, example
from governance_cli.options import Place, format_option, place_options
from governance_cli.receipts import show_receipt

__all__ = ["TellingCommand", "built", "option_for"]


class Kind(NamedTuple):
    """How a value of a type is written."""

    type: "click.ParamType[Any]"
    metavar: str


_KINDS: dict[Any, Kind] = {
    str: Kind(click.STRING, N_("TEXT")),
    int: Kind(parameters.NUMBER, N_("NUMBER")),
    When: Kind(click.STRING, N_("DAY")),
    Digest: Kind(parameters.DOCUMENT, N_("FILE")),
    Source: Kind(parameters.SOURCE, N_("TEXT")),
    Attendance: Kind(parameters.ATTENDANCE, N_("WHO[+ROLE][=N/M|=apology]")),
    ReportAsked: Kind(parameters.REPORT, N_("NAME[=DUE]")),
    Mapping: Kind(parameters.CHANGE, N_("FIELD=VALUE")),
}
_BY_NAME: dict[str, Kind] = {"checkpoint": Kind(parameters.NOTE_FILE, N_("FILE"))}
"""Texts that are not typed but lie in a file."""


class TellingCommand(SpeakingCommand):
    """Shows what every command takes apart from what this one takes."""

    def __init__(
        self, name: str, *, params: Sequence[click.Parameter], common: Sequence[click.Parameter], **rest: Any
    ) -> None:
        super().__init__(name, params=[*params, *common], **rest)
        self._common = common

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = [p for p in self.get_params(ctx) if p not in self._common and not isinstance(p, click.Argument)]
        for heading, parameters_ in ((_("Options"), own), (_("Options of every command that records"), self._common)):
            records = [record for p in parameters_ if (record := p.get_help_record(ctx))]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


def built(row: Row) -> click.Command:
    """The command of a row of the table."""
    method = getattr(Commands, row.method)
    hints, details = get_type_hints(method), get_type_hints(Details)
    _self, subject, *rest = inspect.signature(method).parameters.values()
    own = [p for p in rest if p.name not in details and p.name not in NOT_OPTIONS]
    texts = wording.OPTIONS | wording.OF_ONE.get(row.method, {})
    options = [_option(p.name, hints[p.name], p.default, texts) for p in own]
    common = [_option(name, hint, None, wording.TOLD) for name, hint in details.items() if name not in NOT_OPTIONS]
    return TellingCommand(
        row.verb or row.noun,
        params=[_argument(subject, hints), *options],
        common=[*common, *place_options(), format_option("table", "json")],
        callback=_carrying_out(row.method, subject.name),
        help=_help(row, method),
        epilog=example(f"governance {row.example}"),
    )


def _argument(subject: inspect.Parameter, hints: Mapping[str, Any]) -> click.Argument:
    if subject.name == "document":
        return click.Argument(["document"], metavar=_("FILE"), type=parameters.TEXT_FILE)
    return click.Argument([subject.name], metavar=_(subject.name).upper(), type=_written(hints[subject.name])[0].type)


def _option(name: str, hint: Any, default: Any, texts: Mapping[str, str]) -> click.Option:
    return option_for(name, hint, default, _(texts.get(name, "")))


def option_for(name: str, hint: Any, default: Any, text: str) -> click.Option:
    """The option for a keyword of the library: required where it has no default."""
    flag = "--" + NAMES.get(name, name).replace("_", "-")
    if _plain(hint) is bool:
        return click.Option([flag, name], is_flag=True, help=text)
    kind, repeated = (_BY_NAME[name], False) if name in _BY_NAME else _written(hint)
    settings: dict[str, Any] = {"required": True}
    if default is not inspect.Parameter.empty:
        settings = {"default": default, "show_default": True} if default not in (None, ()) else {}
    return click.Option(
        [flag, name],
        type=kind.type,
        metavar=_(kind.metavar),
        multiple=repeated,
        help=text + (" " + _("Can be repeated.") if repeated else ""),
        **settings,
    )


def _plain(hint: Any) -> Any:
    """A type without None, and of several ways to write a value the library's own."""
    if get_origin(hint) in (Union, type(int | str)):
        return next(arm for arm in get_args(hint) if arm is not NoneType)
    return hint


def _written(hint: Any) -> tuple[Kind, bool]:
    """How a value is written, and whether it can be repeated."""
    plain = _plain(hint)
    origin = get_origin(plain)
    if origin is not None and issubclass(origin, Mapping):
        return _KINDS[Mapping], True
    if origin is not None and issubclass(origin, Sequence):
        return _KINDS[_plain(get_args(plain)[0])], True
    return _KINDS[plain], False


def _carrying_out(name: str, subject: str) -> Callable[..., None]:
    def carry_out(*, format: str, **values: Any) -> None:
        about = values.pop(subject)
        keywords = {key: value for key, value in values.items() if not _left_out(value)}
        if subject == "document":
            about, keywords["file"] = about
        if "changes" in keywords:
            keywords["changes"] = dict(keywords["changes"])
        place = Place.current()
        key = place.secret() if name in SIGNED else None
        with place.open(create=name in MAY_BEGIN, key=key) as ledger:
            receipt = getattr(ledger, name)(about, **keywords)
            show_receipt(receipt, format)

    return carry_out


def _left_out(value: object) -> bool:
    return value is None or value is False or value == ()


def _help(row: Row, method: Any) -> str:
    """The line of the table, what the library says of the method, and when it refuses."""
    body = of_method(inspect.getdoc(method) or "")
    parts = [_(row.short), *([_(body)] if body else [])]
    if method.refuses:
        codes = ", ".join(refusal.code for refusal in method.refuses)
        parts.append(_("Can be refused as: {reasons}.").format(reasons=codes))
    return "\n\n".join(parts)
