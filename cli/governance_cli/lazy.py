"""Groups of commands that load a command only when it is used, so that a fast answer stays fast.

A group knows the names of its commands and a line about each; help listings and shell completion need no more.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any, NamedTuple

import click

from governance.text import N_, _

__all__ = ["Entry", "LazyGroup", "SpeakingCommand", "example", "found_in", "paragraphs"]


class Entry(NamedTuple):
    """A command of a group: its name, what it does in a line, how to get it, and its section in the listing."""

    name: str
    short: str
    load: Callable[[], click.Command]
    section: str = N_("Commands")


def found_in(module: str, name: str) -> Callable[[], click.Command]:
    """The command called ``name`` in a module of this package, imported when it is wanted."""

    def load() -> click.Command:
        command: click.Command = getattr(import_module(f"governance_cli.{module}"), name)
        return command

    return load


def paragraphs(docstring: str | None) -> str:
    """The help of a command that is a function, as it is looked up in a catalogue: each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (docstring or "").strip().split("\n\n"))


def example(*lines: str) -> str:
    """The end of a help text."""
    return "\b\n" + "\n".join((_("Example:"), *(f"  {line}" for line in lines)))


class SpeakingCommand(click.Command):
    """Its help page is in the reader's language throughout; click by itself speaks English."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{"options_metavar": _("[OPTIONS]"), **settings})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = _("Show this page.")
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage:") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for parameter in self.get_params(ctx) if (record := parameter.get_help_record(ctx))]
        with formatter.section(_("Options")):
            formatter.write_dl(records)


class LazyGroup(SpeakingCommand, click.Group):
    """A group of entries. Without a command it shows its help."""

    def __init__(self, name: str, *, entries: Sequence[Entry], **settings: Any) -> None:
        settings = {
            "invoke_without_command": True, "callback": _show_help, "subcommand_metavar": _("COMMAND …"), **settings,
        }  # fmt: skip
        super().__init__(name, **settings)
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.entries)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = self.entries.get(cmd_name)
        return entry.load() if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.entries and not args[0].startswith("-"):
            ctx.fail(_unknown(args[0], list(self.entries)))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, self.entries), default=0)
        for section, entries in groupby(self.entries.values(), key=lambda entry: entry.section):
            with formatter.section(_(section)):
                formatter.write_dl([(entry.name.ljust(width), _(entry.short)) for entry in entries])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        items = [
            CompletionItem(entry.name, help=_(entry.short))
            for entry in self.entries.values()
            if entry.name.startswith(incomplete)
        ]
        return [*items, *_options(self, ctx, incomplete)]


def _show_help(**_values: object) -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), color=ctx.color)


def _options(group: click.Command, ctx: click.Context, incomplete: str) -> Iterator[Any]:
    """What click itself completes for a command that has no commands of its own."""
    yield from click.Command.shell_complete(group, ctx, incomplete)


def _unknown(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=3)
    message = _("There is no command {name!r}.").format(name=name)
    return message + (" " + _("Did you mean {names}?").format(names=_(" or ").join(near)) if near else "")
