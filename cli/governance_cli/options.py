"""What commands have in common: where the ledger lies, who acts, and of an answer the day, the knowledge, the form."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from governance.text import _
from governance_cli.lazy import SpeakingCommand, example, paragraphs

if TYPE_CHECKING:
    from governance.answers import Answers
    from governance.ledger import Ledger
    from governance.proof.keys import SigningKey

__all__ = [
    "DEFAULT_LEDGER",
    "Asked",
    "Place",
    "answer",
    "asked_options",
    "command",
    "format_option",
    "key_option",
    "place_options",
]

DEFAULT_LEDGER = "governance.db"

Body = Callable[..., int | None]


class Place:
    """Where the ledger lies and who acts, as told anywhere on the command line."""

    def __init__(self, ledger: str = DEFAULT_LEDGER, actor: str | None = None) -> None:
        self.ledger = ledger
        self.actor = actor
        self.confirm_clock = False

    @staticmethod
    def current() -> "Place":
        """That of the command being carried out."""
        return click.get_current_context().find_root().ensure_object(Place)

    def open(self, *, create: bool = False, key: "SigningKey | None" = None) -> "Ledger":
        """The whole library on the ledger; only what begins a ledger passes ``create``."""
        from governance.ledger import Ledger

        return Ledger.open(self.ledger, create=create, actor=self.actor, key=key, confirm_clock=self.confirm_clock)

    def inspect(self) -> "Ledger":
        """The ledger's file to be verified: nothing in it is changed."""
        from governance.ledger import Ledger

        return Ledger.inspect(self.ledger)

    def secret(self, place: str | None = None) -> "SigningKey | None":
        """The secret key that lies in a place, or where it lies by itself; None where none lies there. Where a rotation
        was interrupted, it is finished first."""
        from governance.store.secret import key_is_there, key_waits, read_key

        where = self.key_place(place)
        if key_waits(where):
            from governance.ledger.secret_keys import finish_rotation

            with self.open() as ledger:
                finish_rotation(ledger, where)
        named = place or os.environ.get("GOVERNANCE_KEY")
        return read_key(where) if named or key_is_there(where) else None

    def key_place(self, place: str | None = None) -> str:
        """Where the secret key is looked for: beside the ledger, where nothing else is said."""
        return place or os.environ.get("GOVERNANCE_KEY") or f"{self.ledger}.key"

    def answers(self) -> "AbstractContextManager[Answers]":
        """The fast answers, without the whole library."""
        from governance.reader import open_answers

        return open_answers(self.ledger)


class Asked(NamedTuple):
    """Of what an answer is to speak, and in which form."""

    network: str | None
    as_of: str | None
    known_at: str | None
    format: str

    @property
    def scope(self) -> dict[str, Any]:
        """As keywords of the library's answers."""
        return {"network": self.network, "as_of": self.as_of, "known_at": self.known_at}


def _keep(ctx: click.Context, parameter: click.Parameter, value: str | bool | None) -> None:
    if value == ":memory:" and parameter.name == "ledger":
        raise click.BadParameter(
            _("a ledger in memory would be gone when this command ends; name a file"), ctx, parameter
        )
    if value is not None and parameter.name:
        setattr(ctx.find_root().ensure_object(Place), parameter.name, value)


def place_options(*, root: bool = False, without: str = "") -> list[click.Parameter]:
    """``--ledger``, ``--actor`` and the seldom needed ``--confirm-clock``, which only the root shows; the environment
    is looked at once, by the root."""
    rows = (
        ("ledger", "FILE", "GOVERNANCE_LEDGER",
         _("Where the ledger lies (or GOVERNANCE_LEDGER); else governance.db in the working folder.")),
        ("actor", _("WHO"), "GOVERNANCE_ACTOR",
         _("Who acts (or GOVERNANCE_ACTOR): a person's id or name, org:KEY or system:NAME.")),
    )  # fmt: skip
    options: list[click.Parameter] = [
        click.Option(
            [f"--{name}"], metavar=metavar, envvar=variable if root else None, help=text, expose_value=False,
            callback=_keep,
        )
        for name, metavar, variable, text in rows
        if name != without
    ]  # fmt: skip
    confirmed = click.Option(
        ["--confirm-clock"],
        is_flag=True,
        default=None,
        envvar="GOVERNANCE_CONFIRM_CLOCK" if root else None,
        hidden=not root,
        expose_value=False,
        callback=_keep,
        help=_("Record although the clock is far from the last recording (or GOVERNANCE_CONFIRM_CLOCK=1)."),
    )
    return [*options, confirmed]


def format_option(*forms: str) -> click.Option:
    """``--format``; the first form is the usual one."""
    return click.Option(
        ["--format"], type=click.Choice(forms), default=forms[0], show_default=True, help=_("Output format.")
    )


def key_option() -> click.Option:
    """Where the ledger's secret key lies."""
    return click.Option(
        ["--key"],
        metavar=_("PLACE"),
        help=_("Where the secret key lies (or GOVERNANCE_KEY): a file, or keyring:NAME; else beside the ledger."),
    )


def asked_options() -> list[click.Parameter]:
    """What every answer takes."""
    return [
        click.Option(["--as-of"], metavar=_("DAY"), help=_("Day to answer for (default: today).")),
        click.Option(
            ["--known-at"],
            metavar=_("WHEN"),
            help=_("As known then: an instant, the end of a day, or a position of the log (#17)."),
        ),
        click.Option(["--network"], metavar=_("KEY"), help=_("One network only.")),
        format_option("table", "json", "csv"),
    ]


def command(name: str, *parameters: click.Parameter, examples: tuple[str, ...], without: str = "") -> Callable[
    [Body], click.Command
]:  # fmt: skip
    """A command made of a function; its help is the function's docstring. ``--ledger`` and ``--actor`` come along."""

    def made(body: Body) -> click.Command:
        return SpeakingCommand(
            name,
            params=[*parameters, *place_options(without=without)],
            callback=body,
            help=_(paragraphs(body.__doc__)),
            epilog=example(*examples),
        )

    return made


def answer(name: str, *parameters: click.Parameter, examples: tuple[str, ...]) -> Callable[[Body], click.Command]:
    """A command that answers: its function is called with an ``Asked`` first."""

    def made(body: Body) -> click.Command:
        def called(network: str | None, as_of: str | None, known_at: str | None, format: str, **own: Any) -> int | None:
            return body(Asked(network, as_of, known_at, format), **own)

        called.__doc__ = body.__doc__
        return command(name, *parameters, *asked_options(), examples=examples)(called)

    return made
