"""How a number, a base64 text, a line and a file can be written almost right: by name, what is made of them."""

from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Iterator

__all__ = ["base64s", "files", "numbers"]

Spoilt = Iterator[tuple[str, str]]


def numbers(n: int) -> Spoilt:
    """Everything that some parser takes for the number, and no format here allows."""
    yield "empty", ""
    yield "leading zero", f"0{n}"
    yield "leading zeros", f"000{n}"
    yield "plus sign", f"+{n}"
    yield "minus sign", f"-{n}"
    yield "minus zero", "-0"
    yield "space before", f" {n}"
    yield "space behind", f"{n} "
    yield "no-break space before", f"\u00a0{n}"
    yield "em space behind", f"{n}\u2003"
    yield "zero-width space", f"{n}\u200b"
    yield "byte order mark", f"\ufeff{n}"
    yield "tab behind", f"{n}\t"
    yield "carriage return", f"{n}\r"
    yield "vertical tab", f"{n}\x0b"
    yield "NUL behind", f"{n}\x00"
    yield "underscore", f"{n}_0"
    yield "comma", f"{n},0"
    yield "fraction", f"{n}.0"
    yield "exponent", f"{n}e0"
    yield "hexadecimal", f"0x{n:x}"
    yield "octal", f"0o{n:o}"
    yield "arabic digits", "".join(chr(0x660 + int(digit)) for digit in str(n))
    yield "full-width digits", "".join(chr(0xFF10 + int(digit)) for digit in str(n))
    yield "superscript", f"{n}\u00b2"
    yield "infinity", "inf"
    yield "not a number", "NaN"
    yield "2**63", str(2**63)
    yield "2**64 more", str(2**64 + n)
    yield "5,000 digits", "9" * 5_000
    yield "a word", "ten"


def base64s(text: str) -> Spoilt:
    """The same bytes otherwise, or other lengths."""
    data = b64decode(text)
    bare = text.rstrip("=")
    yield "empty", ""
    yield "too much padding", f"{text}="
    yield "padding inside", f"{text[:4]}={text[4:]}"
    yield "space inside", f"{text[:4]} {text[4:]}"
    yield "space behind", f"{text} "
    yield "line feed inside", f"{text[:4]}\n{text[4:]}"
    yield "carriage return behind", f"{text}\r"
    yield "junk inside", f"{text[:4]}*{text[4:]}"
    yield "letter beyond ASCII", f"{text[:4]}\u00e5{text[5:]}"
    yield "URL alphabet", urlsafe_b64encode(data[:-3] + b"\xfb\xef\xbe").decode()
    yield "hexadecimal", data.hex()
    yield "quoted", f'"{text}"'
    yield "twice", text * 2
    yield "one byte short", b64encode(data[:-1]).decode()
    yield "one byte long", b64encode(data + b"\x00").decode()
    if bare != text:
        yield "no padding", bare
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        other = letters[letters.index(bare[-1]) | (3 if text.count("=") == 1 else 15)]
        if other != bare[-1]:
            yield "bits beyond the end", bare[:-1] + other + text[len(bare) :]
        yield "padding of another letter", f"{bare}" + "A" * text.count("=")


def files(text: str) -> Spoilt:
    """A whole file whose lines are not as they were."""
    lines = text.split("\n")[:-1]
    yield "empty", ""
    yield "only a line feed", "\n"
    yield "no line feed at the end", text[:-1]
    yield "two line feeds at the end", f"{text}\n"
    yield "line feed before", f"\n{text}"
    yield "CRLF", text.replace("\n", "\r\n")
    yield "CR", text.replace("\n", "\r")
    yield "line separators", text.replace("\n", "\u2028")
    yield "next lines", text.replace("\n", "\u0085")
    yield "byte order mark", f"\ufeff{text}"
    yield "NUL at the end", f"{text}\x00"
    yield "junk at the end", f"{text}junk"
    yield "a line of junk at the end", f"{text}junk\n"
    yield "twice", text * 2
    for at, line in enumerate(lines):
        before, after = lines[:at], lines[at + 1 :]
        for name, put in (("space before", f" {line}"), ("space behind", f"{line} "), ("tab behind", f"{line}\t"),
                          ("carriage return behind", f"{line}\r"), ("line twice", f"{line}\n{line}")):  # fmt: skip
            yield f"line {at + 1}: {name}", "".join(f"{each}\n" for each in (*before, put, *after))
        yield f"line {at + 1} missing", "".join(f"{each}\n" for each in (*before, *after))
