"""The pages of a pack for people: the answer as HTML, and how to check it, in Swedish or English.

No scripts, nothing from the network: a page that will be opened in twenty years.
"""

import html
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from governance.compliance.facts import Record
from governance.ledger.pack.asked import Answered
from governance.ledger.pack.words import WORDS, words_of
from governance.proof.checkpoint import Checkpoint
from governance.proof.note import Note
from governance.proof.pack import verifier
from governance.store.recorder import Row
from governance.text import printable, printable_json
from governance.time import instant_text

__all__ = ["page", "readme"]

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; margin: 1rem 0; } caption { text-align: left; font-weight: bold; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ccc; }
pre { background: #f4f4f4; padding: .8rem; overflow-x: auto; } code { font-size: .9em; overflow-wrap: anywhere; }
section { margin-top: 2rem; } @media print { body { margin: 0; max-width: none; } }
"""


def page(asked: Mapping[str, Any], found: Answered, events: Sequence[tuple[Record, Row]], note: Note) -> str:
    """``index.html``. Everything that comes from the record is escaped."""
    w = words_of()
    tree = Checkpoint.of(note)
    known = w["known"].format(position=found.position)
    parts = [
        f"<h1>{escape(found.text)}</h1>",
        f"<p>{escape(w['of'].format(origin=tree.origin, day=found.as_of))} {escape(known)}</p>",
        _parameters(asked["parameters"], w),
        f"<section><h2>{escape(w['answer'])}</h2>{_rows(found, w)}</section>",
        _explanations(found, w),
        f"<section><h2>{escape(w['events'])}</h2><p>{escape(w['rests'])}</p>{_events(events, w)}</section>",
        f"<section><h2>{escape(w['check'])}</h2><p>{escape(w['how'])}</p><pre>python3 verify.py PACK</pre>",
        f"<p>{escape(w['limits'])}</p><pre>{escape(str(note))}</pre></section>",
    ]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{w["language"]}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(found.text)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n" + "\n".join(filter(None, parts)) + "\n</body>\n</html>\n"
    )


def readme(note: Note) -> str:
    """``README.txt``: what lies in the pack, and how to check it with and without ``verify.py``; in both languages."""
    tree = Checkpoint.of(note)
    digest = sha256(verifier()).hexdigest()
    texts = (words["readme"].format(origin=tree.origin, size=tree.size, verifier=digest) for words in WORDS.values())
    return "\n\n".join(text.strip() for text in texts) + "\n"


def _parameters(parameters: Mapping[str, Any], w: Mapping[str, str]) -> str:
    if not parameters:
        return ""
    told = ", ".join(f"{name}: {_shown(value)}" for name, value in parameters.items())
    return f"<p>{escape(w['asked'])} {escape(told)}</p>"


def _rows(found: Answered, w: Mapping[str, str]) -> str:
    rows = list(found.rows)
    if not rows:
        return "" if found.explanations else f"<p>{escape(w['none'])}</p>"
    names = [name for name in rows[0] if any(row.get(name) not in (None, [], "") for row in rows)]
    return _table(
        [name.replace("_", " ") for name in names], [[_shown(row.get(name)) for name in names] for row in rows]
    )


def _explanations(found: Answered, w: Mapping[str, str]) -> str:
    if not found.explanations:
        return ""
    told = []
    for explanation in found.explanations:
        first, *rest = explanation.lines()
        told.append(f"<h3>{escape(first)}</h3><pre>{escape(chr(10).join(rest))}</pre>")
    return f"<section><h2>{escape(w['why'])}</h2>{''.join(told)}</section>"


def _events(events: Sequence[tuple[Record, Row]], w: Mapping[str, str]) -> str:
    rows = [
        [f"#{row.id}", record.event.event_name, record.event.event_id, str(record.event.effective_on),
         instant_text(record.recorded_at), record.event.actor.id, sha256(row.state).hexdigest()]
        for record, row in events
    ]  # fmt: skip
    return _table([w[name] for name in ("position", "event", "id", "happened", "recorded", "by", "digest")], rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "–"
    return value if isinstance(value, str) else printable_json(value)


def escape(text: str) -> str:
    """Lines of text for HTML: no markup, and everything in them can be seen."""
    return "\n".join(html.escape(printable(line)) for line in text.split("\n"))
