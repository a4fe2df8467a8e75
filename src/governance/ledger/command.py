"""What makes a method a command: the keywords that it takes, and the refusals that it can meet, as data."""

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, Protocol, TypeVar, cast

from governance.errors import GovernanceError, KeywordUnknown
from governance.ledger.receipt import Details

__all__ = ["Command", "command", "commands_in", "require_keywords"]

_F = TypeVar("_F", bound=Callable[..., Any])


class Command(Protocol):
    """What is known of a command besides what it does."""

    __name__: str
    __wrapped__: Callable[..., Any]
    __signature__: Signature
    """With every keyword by name, for ``help`` and editors."""
    takes: frozenset[str]
    """The names of these keywords."""
    refuses: tuple[type[GovernanceError], ...]

    def __call__(self, *arguments: Any, **keywords: Any) -> Any: ...


def command(*, refuses: Iterable[type[GovernanceError]] = ()) -> Callable[[_F], _F]:
    """Make a method of a unit a command. It takes the keywords that it names, and those of ``Details``; any other one
    is refused before anything is read: else a misspelled ``on`` would record a fact of today for ever."""

    def made(method: _F) -> _F:
        @wraps(method)
        def checked(self: Any, *arguments: Any, **keywords: Any) -> Any:
            require_keywords(known, keywords)
            return method(self, *arguments, **keywords)

        known = cast("Command", checked)
        known.refuses = tuple(refuses)
        known.__signature__ = _explicit(signature(method))
        known.takes = frozenset(known.__signature__.parameters) - {"self"}
        return cast("_F", checked)

    return made


def _explicit(given: Signature) -> Signature:
    """A signature in which the keywords that all commands take stand by name."""
    own = [p for p in given.parameters.values() if p.kind is not Parameter.VAR_KEYWORD]
    return given.replace(parameters=[*own, *_DETAILS])


_DETAILS = [
    Parameter(name, Parameter.KEYWORD_ONLY, default=False if hint is bool else None, annotation=hint)
    for name, hint in Details.__annotations__.items()
]


def require_keywords(command: Command, keywords: Mapping[str, Any]) -> None:
    """Raises KeywordUnknown for one that the command does not take."""
    if not command.takes.issuperset(keywords):
        from difflib import get_close_matches  # only for what is wrong

        name = next(name for name in keywords if name not in command.takes)
        (nearest,) = get_close_matches(name, sorted(command.takes), n=1, cutoff=0)
        raise KeywordUnknown(command=command.__name__, keyword=name, nearest=nearest)


def commands_in(kind: type) -> dict[str, Command]:
    """The commands among the methods of a class, by name, sorted."""
    return {name: method for name in dir(kind) if hasattr(method := getattr(kind, name), "refuses")}
