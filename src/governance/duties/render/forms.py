"""A page as text for a terminal, as Markdown, and as HTML."""

import re
from collections.abc import Callable, Iterator
from html import escape
from textwrap import wrap

from governance.duties.render.page import Entry, Page, Section
from governance.duties.render.style import STYLE
from governance.mandate.names import quoted
from governance.text import printable, speaking

__all__ = ["FORMS"]

_WIDTH = 88


# Text --------------------------------------------------------------------------------------------------------


def as_text(page: Page) -> str:
    """Plain text, in lines that a terminal shows."""
    with speaking(page.lang):
        return "\n".join(_text(page)) + "\n"


def _text(page: Page) -> Iterator[str]:
    yield from _block(page.title, 0)
    yield "=" * min(len(page.title), _WIDTH)
    for line in page.lead:
        yield ""
        yield from _block(line, 0)
    for section in page.sections:
        yield "\n"
        yield from _block(section.heading, 0)
        yield "-" * min(len(section.heading), _WIDTH)
        yield from _block(section.about, 0)
        for entry in section.entries:
            if section.quotes:
                yield from _text_clause(entry)
            else:
                yield from _text_entry(entry, 0, "- ")


def _text_clause(entry: Entry) -> Iterator[str]:
    yield ""
    yield from _block(f"{entry.label}  {quoted(entry.text)}", 0, 4)
    for point in entry.points:
        yield from _block(point, 4)
    for part in entry.parts:
        yield from _text_entry(part, 4, "")


def _text_entry(entry: Entry, depth: int, bullet: str) -> Iterator[str]:
    label = f"{entry.label}: " if entry.label else ""
    yield from _block(bullet + label + entry.text, depth, len(bullet))
    for part in entry.parts:
        yield from _text_entry(part, depth + 2, "- ")
    for point in entry.points:
        yield from _block(f"- {point}", depth + 2, 2)


def _block(text: str, depth: int, hang: int = 0) -> list[str]:
    return wrap(
        _shown(text), _WIDTH, initial_indent=" " * depth, subsequent_indent=" " * (depth + hang),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _shown(text: str) -> str:
    """On one line, and nothing in it that would steer a terminal or turn the direction of writing."""
    return printable(" ".join(text.split()))


# Markdown ----------------------------------------------------------------------------------------------------


def as_markdown(page: Page) -> str:
    """Markdown as most programs read it."""
    return "\n".join(_markdown(page)) + "\n"


def _markdown(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.title)}"
    for line in page.lead:
        yield f"\n{_plain(line)}"
    for section in page.sections:
        yield f"\n## {_plain(section.heading)}\n"
        if section.about:
            yield f"{_plain(section.about)}\n"
        for entry in section.entries:
            yield from _markdown_clause(entry) if section.quotes else _markdown_entry(entry, 0)


def _markdown_clause(entry: Entry) -> Iterator[str]:
    yield f"\n### {_plain(entry.label)}\n\n> {_plain(entry.text)}\n"
    for point in entry.points:
        yield f"- {_plain(point)}"
    for part in entry.parts:
        yield from _markdown_entry(part, 0)


def _markdown_entry(entry: Entry, depth: int) -> Iterator[str]:
    label = f"**{_plain(entry.label)}** " if entry.label else ""
    yield f"{'  ' * depth}- {label}{_plain(entry.text)}"
    for point in entry.points:
        yield f"{'  ' * (depth + 1)}- {_plain(point)}"
    for part in entry.parts:
        yield from _markdown_entry(part, depth + 1)


def _plain(text: str) -> str:
    """A text of which Markdown takes nothing for a mark of its own."""
    return re.sub(r"([\\`*_\[\]<>#|~&])|^(\d+)([.)])|^([-+=])", _escaped, _shown(text))


def _escaped(found: re.Match[str]) -> str:
    mark, number, dot, first = found.groups()
    return f"{number}\\{dot}" if number else f"\\{mark or first}"


# HTML --------------------------------------------------------------------------------------------------------


def as_html(page: Page) -> str:
    """One page by itself: no script, nothing fetched from elsewhere."""
    return "\n".join(_html(page)) + "\n"


def _html(page: Page) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{escape(page.lang)}">'
    yield '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_safe(page.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{_safe(page.title)}</h1>"
    for line in page.lead:
        yield f"<p>{_safe(line)}</p>"
    for number, section in enumerate(page.sections, 1):
        yield from _html_section(section, number)
    yield "</main>\n</body>\n</html>"


def _html_section(section: Section, number: int) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}">\n<h2 id="s{number}">{_safe(section.heading)}</h2>'
    if section.about:
        yield f"<p>{_safe(section.about)}</p>"
    if section.quotes:
        for entry in section.entries:
            yield from _html_clause(entry)
    else:
        yield from _html_list(section.entries)
    yield "</section>"


def _html_clause(entry: Entry) -> Iterator[str]:
    yield f"<article>\n<h3>{_safe(entry.label)}</h3>\n<blockquote>{_safe(entry.text)}</blockquote>"
    yield from _html_list(tuple(Entry(point) for point in entry.points))
    for part in entry.parts:
        yield f'<p class="duty">{_label(part)}{_safe(part.text)}</p>'
        yield from _html_list((*part.parts, *(Entry(point) for point in part.points)))
    yield "</article>"


def _html_list(entries: tuple[Entry, ...]) -> Iterator[str]:
    if entries:
        yield "<ul>"
        for entry in entries:
            yield f"<li>{_label(entry)}{_safe(entry.text)}"
            yield from _html_list((*(Entry(point) for point in entry.points), *entry.parts))
            yield "</li>"
        yield "</ul>"


def _label(entry: Entry) -> str:
    return f"<b>{_safe(entry.label)}</b> " if entry.label else ""


def _safe(text: str) -> str:
    return escape(_shown(text))


FORMS: dict[str, Callable[[Page], str]] = {"text": as_text, "html": as_html, "md": as_markdown}
"""What a page can be made into."""
