"""Values that several commands take: keys, and days in the forms in which a caller may hold them."""

from datetime import date
from functools import cache

from pydantic import TypeAdapter, ValidationError

from governance.errors import DateNotUnderstood, FieldInvalid
from governance.model.event import Key
from governance.time import When

__all__ = ["Day", "day_of", "key_of", "when_of"]

Day = When | date | str
"""A day, month or year: a ``When``, a date, or text (``2021-05``)."""


@cache
def _keys() -> TypeAdapter[str]:
    return TypeAdapter(Key)


def key_of(field: str, text: str) -> str:
    """A name that something is filed under for ever; raises FieldInvalid."""
    try:
        return _keys().validate_python(text)
    except ValidationError as error:
        from governance.model.wording import problem_in  # only for what is wrong

        raise FieldInvalid(field=field, problem=problem_in(error.errors()[0])) from error


def when_of(value: Day | None) -> When | None:
    """The same as a ``When``; raises DateNotUnderstood."""
    return None if value is None else When.of(value)


def day_of(field: str, value: Day) -> When:
    """A whole day; raises FieldInvalid for a month or a year."""
    when = When.of(value)
    if when.precision != "day":
        raise FieldInvalid(field=field, problem=str(DateNotUnderstood(text=str(value))))
    return when
