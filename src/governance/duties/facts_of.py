"""The facts of a body whose mandates are written in the language of this package."""

from collections.abc import Iterable
from functools import lru_cache

from governance.compliance.duty import CompiledDuty, Extra, Language
from governance.compliance.facts import Facts, Record
from governance.duties.compiled import duties
from governance.duties.occasions.report import UNSTATED
from governance.duties.reading import adopted

__all__ = ["facts_of"]


@lru_cache(maxsize=256)
def _duties(document: str, extra: Extra) -> tuple[CompiledDuty, ...]:
    return duties(adopted(document), extra)


_LANGUAGE = Language(_duties, UNSTATED)


def facts_of(key: str, records: Iterable[Record] = ()) -> Facts:
    """The facts of the body with this key, in the order of its records."""
    return Facts.of(key, _LANGUAGE, records)
