"""The values of which a mandate file is made: keys, texts, days, and the closed table."""

import json
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from governance.text import N_, _

__all__ = ["ClauseId", "Day", "Evidence", "Key", "Line", "Part", "Place", "TimeZone", "Words", "as_list"]

Key = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$"),
    Field(description=N_("a–z, 0–9 and hyphens, beginning with a letter or digit, at most 63")),
]


def as_list(value: Any) -> Any:
    """A single text is taken for its own list."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Place = Annotated[
    tuple[Key, ...],
    BeforeValidator(as_list, json_schema_input_type=Key | tuple[Key, ...]),
    Field(min_length=1, description=N_("the key of a role, or a list of roles of which one is enough")),
]
"""Where somebody signs: a holder of the role, or of one of these."""
ClauseId = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.§-]{0,30}$"),
    Field(description=N_("letters, digits, dots, § and hyphens, beginning with a letter or digit, at most 31")),
]
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4_000, pattern=rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"),
    Field(description=N_("a text in quotes, not empty, at most 4000 characters, no control characters")),
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z]{2})?$"),
    Field(description=N_("two small letters, such as sv or en")),
]


def _written_day(value: Any) -> Any:
    """Pydantic itself would take ``"0"`` for a day in 1970."""
    if not isinstance(value, str):
        return value
    with suppress(ValueError):
        if (day := date.fromisoformat(value)).isoformat() == value:
            return day
    raise ValueError(_("not a day"))


Day = Annotated[date, BeforeValidator(_written_day), Field(description=N_("a day, written 2021-05-17"))]


def _in_languages(value: Any) -> Any:
    return {"": value} if isinstance(value, str) else value


_Languages = Annotated[dict[Language, Line], Field(min_length=1, json_schema_extra={"additionalProperties": False})]
Words = Annotated[
    dict[Language, Line],
    Field(min_length=1),
    BeforeValidator(_in_languages, json_schema_input_type=Line | _Languages),
    Field(description=N_('a text in quotes, or one for each language: { sv = "…", en = "…" }')),
]
"""A text in one language (a plain string) or in several (``{sv = "…", en = "…"}``)."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(_("not a time zone that is known")) from error
    return name


TimeZone = Annotated[
    str, AfterValidator(_known_zone), Field(description=N_("an IANA time zone, such as Europe/Stockholm"))
]


class Part(BaseModel):
    """Every table of the file: closed, so that a misspelt key is an error and not a silent nothing."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, allow_inf_nan=False, populate_by_name=True, defer_build=True
    )

    def __hash__(self) -> int:
        return self.digest

    @cached_property
    def digest(self) -> int:
        """Texts in several languages are dicts, which have no hash of their own; worked out once."""
        return hash(json.dumps(self.model_dump(mode="json"), sort_keys=True))


Evidence = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$"),
    Field(description=N_("a kind of evidence, or the key of an [[act]] of this file")),
]
"""A word for what can be recorded: one of the language's own (with underscores), or an act that the file names."""
