"""``governance mandate render``: a mandate file given back in words."""

import click

from governance.text import _
from governance_cli.options import command
from governance_cli.parameters import TEXT_FILE
from governance_cli.terminal import unicode_out, write

__all__ = ["render_command"]


@command(
    "render",
    click.Argument(["document"], metavar=_("FILE"), type=TEXT_FILE),
    click.Option(["--lang"], type=click.Choice(["sv", "en"]), help=_("The language of the page; else yours.")),
    click.Option(
        ["--format"], type=click.Choice(["text", "html", "md"]), default="text", show_default=True,
        help=_("Format of the page."),
    ),
    examples=("governance mandate render mandate.toml --lang sv --format html > mandate.html",),
)  # fmt: skip
def render_command(document: tuple[str, str], lang: str | None, format: str) -> None:
    """Give a mandate file back in words: each duty as a sentence that says all that was understood of it, and what
    the mandate does not say. Read it beside the mandate itself. No ledger is needed."""
    from governance.duties.reading import read_mandate
    from governance.duties.render import FORMS, mandate_page

    page = FORMS[format](mandate_page(read_mandate(*document), lang))
    if format == "html" and not unicode_out():
        page = page.encode("ascii", "xmlcharrefreplace").decode("ascii")
    write(page, end="")
