"""Cases of keys, signed notes and checkpoints."""

from collections.abc import Iterator
from hashlib import sha256

from tests.vectors import hostile
from tests.vectors.given import BODY, LOG, NEXT, NOW, OTHER, ROOT, SIGNED, W1, Case, Signer, b64, case, plus_l

__all__ = ["checkpoints", "keys", "notes"]

SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1"
    "ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
SPEC_CHECKPOINT = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE"
    "+xeMcTOAYQ8=\n— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin"
    "1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)


def keys() -> Iterator[Case]:
    """Verifier keys (signed-note, "Verifier keys")."""
    yield case("the specification's own", "accepted", SPEC_KEY)
    for signer in (LOG, W1):
        yield case(f"type {signer.kind}", "accepted", signer.vkey)
    name, identity, data = LOG.vkey.split("+", 2)
    yield case("a name beyond ASCII", "accepted", Signer("exempel.se/nämnd", "å").vkey)
    for what, bad in hostile.base64s(data):
        yield case(f"key: {what}", "malformed", f"{name}+{identity}+{bad}")
    for what, bad in {
        "empty": "", "short": identity[:-1], "long": identity + "0", "upper case": identity.upper(),
        "of another key": NEXT.id.hex(), "with 0x": f"0x{identity}", "zeros": "00000000",
    }.items():  # fmt: skip
        yield case(f"id: {what}", "malformed", f"{name}+{bad}+{data}")
    for what, bad in (("empty", ""), ("with a space", "a b"), ("with a no-break space", "a\u00a0b"), ("with +", "a+b"),
                      ("with an ideographic space", "a\u3000b"), ("with a line feed", "a\nb"), ("with NUL", "a\x00b"),
                      ("with a line separator", "a\u2028b"), ("of another", "example.org/bord")):  # fmt: skip
        right = sha256(bad.encode() + b"\n" + LOG.public).digest()[:4].hex() if bad != "example.org/bord" else identity
        yield case(f"name: {what}", "malformed", f"{bad}+{right}+{data}")
    for kind in (0, 2, 3, 5, 6, 255):
        yield case(f"type {kind} is not understood", "malformed", Signer(LOG.name, "log", kind).vkey)
    for what, public in (("a byte short", LOG.public[:-1]), ("a byte long", LOG.public + b"\x00"), ("no key", b"\x01")):
        right = sha256(name.encode() + b"\n" + public).digest()[:4].hex()
        yield case(f"{what}, with the right id", "malformed", f"{name}+{right}+{b64(public)}")
    yield case("only two parts", "malformed", f"{name}+{identity}")
    yield case("two parts, the key the last", "malformed", f"{name}+{data}")
    yield case("nothing", "malformed", "")
    yield case("a secret key", "malformed", f"PRIVATE+KEY+{LOG.vkey}")
    for what, bad in (("line feed behind", f"{LOG.vkey}\n"), ("space before", f" {LOG.vkey}")):
        yield case(what, "malformed", bad)


def notes() -> Iterator[Case]:
    """Signed notes (signed-note), checked with the keys ``keys``."""
    ours = [LOG.vkey, W1.vkey]
    text = "Ett möte hölls.\n"
    note = f"{text}\n{LOG.line(text)}"
    yield case("the specification's own", "accepted", SPEC_NOTE, keys=[SPEC_KEY])
    yield case("one signature", "accepted", note, keys=ours)
    yield case("a second one by an unknown key", "accepted", note + OTHER.line(text), keys=ours)
    yield case("an unknown one of five bytes", "accepted", f"{note}— x.example AAAAAAE=\n", keys=ours)
    yield case(
        "an unknown key of the same name", "accepted", NEXT.line("").join((f"{text}\n", LOG.line(text))), keys=ours
    )
    yield case("the same signature twice", "accepted", note + LOG.line(text), keys=ours)
    yield case("with a cosignature", "accepted", note + W1.line(text, NOW), keys=ours)
    yield case("a cosignature alone", "accepted", f"{text}\n{W1.line(text, NOW)}", keys=ours)
    yield case("the same witness twice", "accepted", note + W1.line(text, NOW) + W1.line(text, NOW + 1), keys=ours)
    yield case(
        "16 signatures", "accepted", note + "".join(Signer(f"x{n}", "x").line(text) for n in range(15)), keys=ours
    )
    for inner in ("\n", "a\n\nb\n", "a\n\n\n", "— a b\n"):
        yield case(f"the text {inner!a}", "accepted", f"{inner}\n{LOG.line(inner)}", keys=ours)
    yield from _notes_unproven(text, note, ours)
    yield from _notes_malformed(text, note, ours)


def _notes_unproven(text: str, note: str, ours: list[str]) -> Iterator[Case]:
    yield case("only an unknown key", "unproven", f"{text}\n{OTHER.line(text)}", keys=ours)
    yield case("no key is trusted", "unproven", note, keys=[])
    yield case("the right id under another name", "unproven", note.replace("board ", "bord "), keys=ours)
    yield case("another text", "unproven", note.replace("hölls", "höll"), keys=ours)
    yield case("a text with one line more", "unproven", f"\n{note}", keys=ours)
    yield case("decomposed letters", "unproven", note.replace("ö", "o\u0308"), keys=ours)
    yield case("a right and then a wrong one", "unproven", note + LOG.line(f"{text}x\n"), keys=ours)
    yield case("a wrong and then a right one", "unproven", f"{text}\n{LOG.line('x')}{LOG.line(text)}", keys=ours)
    yield case("a wrong cosignature beside a right signature", "unproven", note + W1.line("x", NOW), keys=ours)
    time = W1.raw(text, NOW)
    later = time[:4] + (NOW + 1).to_bytes(8, "big") + time[12:]
    yield case("a cosignature with another time", "unproven", f"{note}— {W1.name} {b64(later)}\n", keys=ours)
    plain = Signer(W1.name, "w1", 4).id + LOG.raw(text)[4:]
    yield case("a plain signature for a cosignature", "unproven", f"{note}— {W1.name} {b64(plain)}\n", keys=ours)
    signature = LOG.raw(text)
    for what, bad in (("63 bytes", signature[:-1]), ("65 bytes", signature + b"\x00"), ("one byte", signature[:5]),
                      ("zeros", signature[:4] + bytes(64)), ("S + L", signature[:36] + plus_l(signature[36:])),
                      ("halves swapped", signature[:4] + signature[36:] + signature[4:36])):  # fmt: skip
        yield case(f"a signature of {what}", "unproven", f"{text}\n— {LOG.name} {b64(bad)}\n", keys=ours)
    for bit in range(0, 512, 37):
        flipped = bytearray(signature)
        flipped[4 + bit // 8] ^= 1 << bit % 8
        line = f"— {LOG.name} {b64(bytes(flipped))}\n"
        yield case(f"bit {bit} of the signature", "unproven", f"{text}\n{line}", keys=ours)


def _notes_malformed(text: str, note: str, ours: list[str]) -> Iterator[Case]:
    raw = b64(LOG.raw(text))
    for what, bad in hostile.base64s(raw):
        # Hexadecimal digits of a length that four divides are base64, too, and here of some key that nobody knows.
        lengths = ("one byte short", "one byte long", "padding of another letter")
        well_written = what in lengths or (what == "hexadecimal" and len(bad) % 4 == 0)
        yield case(f"signature: {what}", "unproven" if well_written else "malformed", note.replace(raw, bad), keys=ours)
    for what, dash in (("a hyphen", "-"), ("an en dash", "–"), ("two dashes", "——"), ("nothing", ""), ("a bar", "―")):
        yield case(f"{what} for the dash", "malformed", note.replace("—", dash), keys=ours)
    for what, bad in (("two spaces", f"—  {LOG.name} {raw}"), ("two spaces later", f"— {LOG.name}  {raw}"),
                      ("no name", f"— {raw}"), ("an empty name", f"—  {raw}"), ("no signature", f"— {LOG.name}"),
                      ("an empty signature", f"— {LOG.name} "), ("no space after the dash", f"—{LOG.name} {raw}"),
                      ("a no-break space", f"—\u00a0{LOG.name} {raw}"), ("a name with +", f"— a+b {raw}"),
                      ("a name with a no-break space", f"— a\u00a0b {raw}"), ("a name with a tab", f"— a\tb {raw}"),
                      ("only a key id", f"— {LOG.name} {b64(LOG.id)}"), ("something behind", f"— {LOG.name} {raw} x"),
                      ("a comment", f"— {LOG.name} {raw}\n# x"),
                      ("an empty line between", f"— a {raw}\n\n— b")):  # fmt: skip
        yield case(f"signature line: {what}", "malformed", f"{text}\n{bad}\n", keys=ours)
    for what, bad in hostile.files(note):
        if what not in _OTHER_TEXT:
            yield case(what, "malformed", bad, keys=ours)
    yield case("no text", "malformed", f"\n{LOG.line('')}", keys=ours)
    yield case("101 signatures", "malformed", f"{text}\n{LOG.line(text) * 101}", keys=ours)
    for code in (0, 1, 9, 11, 12, 13, 27, 31):
        odd = f"a{chr(code)}b\n"
        yield case(f"control character {code}", "malformed", f"{odd}\n{LOG.line(odd)}", keys=ours)
    head = text.encode()
    tail = f"\n{LOG.line(text)}".encode()
    for what, junk in (("a lone byte", b"\xff"), ("an overlong slash", b"\xc0\xaf"), ("a surrogate", b"\xed\xa0\x80"),
                       ("beyond Unicode", b"\xf4\x90\x80\x80"), ("a cut letter", b"\xc3")):  # fmt: skip
        yield case(f"UTF-8: {what}", "malformed", head[:-1] + junk + b"\n" + tail, keys=ours)
    yield case("UTF-16", "malformed", note.encode("utf-16"), keys=ours)


_OTHER_TEXT = (
    "line feed before", "byte order mark", "twice", "line 1: space before", "line 1: space behind",
    "line 1: line twice", "line 1 missing", "line 2: line twice", "line 3: line twice",
)  # fmt: skip
"""What makes another text or one more signature of it, but no other format."""


def checkpoints() -> Iterator[Case]:
    """Checkpoints (tlog-checkpoint), checked with the keys ``keys`` of the log."""
    ours = [LOG.vkey]

    def signed(body: str) -> str:
        return f"{body}\n{LOG.line(body)}"

    yield case("13 leaves", "accepted", SIGNED, keys=ours)
    yield case("with a witness", "accepted", SIGNED + W1.line(BODY, NOW), keys=ours)
    yield case("an empty tree", "accepted", signed(f"{LOG.name}\n0\n{b64(sha256().digest())}\n"), keys=ours)
    yield case("the largest size", "accepted", signed(f"{LOG.name}\n{2**63 - 1}\n{b64(ROOT)}\n"), keys=ours)
    yield case("the specification's own, whose key is unknown", "unproven", SPEC_CHECKPOINT, keys=ours)
    yield case("an empty tree with another root", "malformed", signed(f"{LOG.name}\n0\n{b64(ROOT)}\n"), keys=ours)
    other = f"{OTHER.name}\n13\n{b64(ROOT)}\n"
    yield case("of another log, signed by this one", "unproven", signed(other), keys=ours)
    yield case("of this log, signed by another", "unproven", f"{BODY}\n{OTHER.line(BODY)}", keys=[OTHER.vkey])
    for what, bad in hostile.numbers(13):
        yield case(f"size: {what}", "malformed", signed(f"{LOG.name}\n{bad}\n{b64(ROOT)}\n"), keys=ours)
    for what, bad in hostile.base64s(b64(ROOT)):
        yield case(f"root: {what}", "malformed", signed(f"{LOG.name}\n13\n{bad}\n"), keys=ours)
    for what, bad in hostile.files(BODY):
        want = "unproven" if what == "byte order mark" else "malformed"  # before an origin it makes another origin
        yield case(f"text: {what}", want, signed(bad), keys=ours)
    for what, bad in hostile.files(SIGNED):
        if what != "line 5: line twice":
            yield case(what, "unproven" if what == "byte order mark" else "malformed", bad, keys=ours)
    yield case("an extension line", "malformed", signed(f"{BODY}extension\n"), keys=ours)
