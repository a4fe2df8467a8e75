"""Text and numbers that nobody expects."""

from random import Random

__all__ = ["mutated", "wild_number", "wild_text"]

ODD = (
    "", " ", "\x00", "\n", "\ud800", "\udfff\ud800", "\u202e", "\ufeff", "\u200b", "\U0010ffff", "å", "a\u030a", "ß",
    "#", "#0", "#1", "#-1", "0", "-1", "+3", "1_000", "٢٠٢١", "1e9", "NaN", "null", "None", "True", "%", "_", "{0}",
    "{name!r}", "%s", "'", '"', "\\", "/", "//", "net", "net/", "net/a", "net/a/partial", "net/m1", "person:", "org:",
    "person:p-a", "group:g", "meeting:net/m1@1", "assignment:net/a@1", "network:net@1", "network:net@99999999999999",
    "@", "p-a", "Ada", "2021", "2021-05", "2021-05-17", "2021-02-29", "0000", "0001-01-01", "9999-12-31", "2021-13",
    "2021-05-17T10:00:00Z", "2021-05-17T10:00:00+02:00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59",
    "Europe/Stockholm", "Europe", "../../etc/passwd", "chair", "principal", "a" * 63, "a" * 64, "x" * 201,
)  # fmt: skip

LETTERS = "abcnet019-/:@#.+ TZ_\x00\x1f\u00e5\u0301\ud800\u2028\U0001f600"


def wild_text(rng: Random) -> str:
    """An odd text, a changed odd text, or noise; now and then a very long one."""
    kind = rng.random()
    if kind < 0.5:
        return rng.choice(ODD)
    if kind < 0.8:
        return mutated(rng, rng.choice(ODD))
    if kind < 0.995:
        return "".join(rng.choice(LETTERS) for _n in range(rng.randint(0, 24)))
    return rng.choice(LETTERS) * rng.choice((5_000, 20_001))


def wild_number(rng: Random) -> int:
    """A small number, one at an edge, or a huge one."""
    edge = 1 << rng.choice((7, 8, 15, 16, 31, 32, 53, 62, 63, 64, 100))
    return rng.choice((0, -1, 1, 1899, 1900, 2021, 2999, 3000, 9999, 10_000, edge, -edge, edge - 1, rng.randint(-9, 9)))


def mutated(rng: Random, text: str) -> str:
    """A text with one to four small changes."""
    for _n in range(rng.randint(1, 4)):
        at = rng.randint(0, len(text))
        kind = rng.randint(0, 3)
        if kind == 0:
            text = text[:at] + rng.choice(LETTERS) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + 1 :]
        elif kind == 2:
            text = text[:at] + rng.choice(LETTERS) + text[at + 1 :]
        else:
            other = rng.randint(0, len(text))
            text = text[: min(at, other)] + text[max(at, other) :]
    return text
