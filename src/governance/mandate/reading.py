"""What an aggregate needs of a mandate that was adopted: parsed once in a process, not checked again."""

from __future__ import annotations

import json
import tomllib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from governance.errors import MandateInvalid

if TYPE_CHECKING:
    from governance.mandate.frame import Frame

__all__ = ["read_frame", "time_zone_of"]


@lru_cache(maxsize=256)
def read_frame(document: str) -> Frame:
    """The frame in the text of a mandate file that was checked when it was adopted; raises MandateInvalid for a text
    that can never have been that."""
    from governance.mandate.frame import Frame  # many commands need no more than the time zone

    try:
        return Frame.model_validate_json(json.dumps(_tree(document), default=_iso), by_alias=True, by_name=False)
    except (ValueError, TypeError, RecursionError) as error:
        raise _never_adopted(error) from error


def time_zone_of(document: str) -> str:
    """The time zone that it names; raises MandateInvalid."""
    try:
        return str(_tree(document)["network"]["time_zone"])
    except (KeyError, TypeError) as error:
        raise _never_adopted(error) from error


@lru_cache(maxsize=256)
def _tree(document: str) -> dict[str, Any]:
    try:
        return tomllib.loads(document.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise _never_adopted(error) from error


def _never_adopted(error: Exception) -> MandateInvalid:
    return MandateInvalid(file="mandate.toml", count=1, problems=(str(error),))


def _iso(value: Any) -> str:
    """Days as the language has them; raises AttributeError for what is none."""
    return str(value.isoformat())  # TOML has dates and times besides JSON's values
