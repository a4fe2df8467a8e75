"""Cases of proofs as files."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from tests.kit.rfc6962 import mth, path, proof
from tests.vectors import hostile
from tests.vectors.given import BODY, LEAVES, LOG, NEXT, ROOT, SIGNED, Case, b64, case

__all__ = ["consistencies", "inclusions"]

SPEC_CONSISTENCY = (
    "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\njrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n"
    "5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\n"
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE"
    "+xeMcTOAYQ8=\n— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267U"
    "Ejw6QUXTS5Rovnzv++qbSzm9Q=\n"
)


def inclusions() -> Iterator[Case]:
    """Inclusion proofs (tlog-proof) for ``leaf``, checked with the keys ``keys`` of the log."""
    hashes = path(5, LEAVES)
    more = {"leaf": LEAVES[5].decode(), "keys": [LOG.vkey]}

    def file(index: object = 5, lines: Iterable[bytes] = hashes, note: str = SIGNED, extra: str = "") -> str:
        proven = "".join(f"{b64(line)}\n" for line in lines)
        return f"c2sp.org/tlog-proof@v1\n{extra}index {index}\n{proven}\n{note}"

    for index, leaf in enumerate(LEAVES):
        given = file(index, path(index, LEAVES))
        yield case(f"leaf {index} of 13", "accepted", given, leaf=leaf.decode(), keys=more["keys"])
    one = f"{LOG.name}\n1\n{b64(mth(LEAVES[:1]))}\n"
    alone = file(0, [], f"{one}\n{LOG.line(one)}")
    yield case("the only leaf", "accepted", alone, leaf=LEAVES[0].decode(), keys=more["keys"])
    yield case("with extra data", "accepted", file(extra="extra ZXh0cmE=\n"), **more)
    yield case("another leaf", "unproven", file(), leaf="leaf 6", keys=more["keys"])
    yield case("no key is trusted", "unproven", file(), leaf=more["leaf"], keys=[])
    yield case("a checkpoint by another key", "unproven", file(note=f"{BODY}\n{NEXT.line(BODY)}"), **more)
    yield from (case(f"index {at}", "unproven", file(at), **more) for at in (4, 6, 13, 12, 2**62, 2**63 - 1))
    for what, bad in spoilt(hashes):
        yield case(f"hashes: {what}", "unproven", file(lines=bad), **more)
    for what, text in hostile.numbers(5):
        yield case(f"index: {what}", "malformed", file(text), **more)
    for what, text in hostile.base64s(b64(hashes[1])):
        yield case(f"hash: {what}", "malformed", file().replace(b64(hashes[1]), text), **more)
    for what, text in (("another version", "@v2"), ("upper case", "@V1"), ("no version", "")):
        yield case(what, "malformed", file().replace("@v1", text), **more)
    for what, text in (("empty", "extra \n"), ("without base64", "extra ?\n"), ("twice", "extra AA==\nextra AA==\n"),
                       ("without a space", "extraAA==\n"), ("with two spaces", "extra  AA==\n"),
                       ("bare", "extra\n")):  # fmt: skip
        yield case(f"extra: {what}", "malformed", file(extra=text), **more)
    for what, text in (("another word", "entry 5"), ("upper case", "INDEX 5"), ("no word", "5"), ("a tab", "index\t5")):
        yield case(f"index: {what} for it", "malformed", file().replace("index 5", text), **more)
    yield case("nothing but the first line", "malformed", f"c2sp.org/tlog-proof@v1\n\n{SIGNED}", **more)
    yield case("extra data but no index", "malformed", f"c2sp.org/tlog-proof@v1\nextra AA==\n\n{SIGNED}", **more)
    yield case("extra behind the index", "malformed", file("5\nextra AA=="), **more)
    yield case("an empty line between the hashes", "malformed", file().replace(b64(hashes[1]), ""), **more)
    yield case("no checkpoint", "malformed", file(note=""), **more)
    for what, text in files_of(file(), "index "):
        yield case(what, "malformed", text, **more)


def files_of(text: str, first: str) -> Iterator[tuple[str, str]]:
    """Spoilt files, but for those whose hashes or signatures are only one more or less: these are well written."""
    lines = text.split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith(first)) + 1
    end = lines.index("") + 1
    whole = {f"line {at}: line twice" for at in range(start + 1, end)}
    whole |= {f"line {at} missing" for at in range(start + 1, end)} | {f"line {len(lines) - 1}: line twice"}
    return ((what, bad) for what, bad in hostile.files(text) if what not in whole)


def consistencies() -> Iterator[Case]:
    """Consistency proofs (tlog-witness, add-checkpoint) from a tree of ``old`` leaves with the root ``old_root``."""
    keys = [LOG.vkey]

    def file(old: object, lines: Iterable[bytes], note: str = SIGNED) -> str:
        proven = "".join(f"{b64(line)}\n" for line in lines)
        return f"old {old}\n{proven}\n{note}"

    for old in range(1, 14):
        more = {"old": old, "old_root": mth(LEAVES[:old]).hex(), "keys": keys}
        yield case(f"{old} of 13", "accepted", file(old, proof(old, LEAVES)), **more)
    yield case("the empty tree", "accepted", file(0, []), old=0, old_root=mth([]).hex(), keys=keys)
    hashes = proof(6, LEAVES)
    more = {"old": 6, "old_root": mth(LEAVES[:6]).hex(), "keys": keys}
    given = file(6, hashes)
    yield case("a hash from the empty tree", "unproven", file(0, hashes[:1]), old=0, old_root=mth([]).hex(), keys=keys)
    yield case("another old root", "unproven", given, old=6, old_root=mth(LEAVES[1:7]).hex(), keys=keys)
    yield case("another old size", "unproven", given, old=5, old_root=mth(LEAVES[:5]).hex(), keys=keys)
    yield case("no key is trusted", "unproven", given, **{**more, "keys": []})
    yield case("a checkpoint by another key", "unproven", file(6, hashes, f"{BODY}\n{NEXT.line(BODY)}"), **more)
    for old in (5, 7, 13):
        yield case(f"old {old}", "unproven", file(old, hashes), **more)
    for what, bad in spoilt(hashes):
        yield case(f"hashes: {what}", "unproven", file(6, bad), **more)
    yield case("an old tree that is larger", "malformed", file(14, hashes), **more)
    yield case("the specification's own, whose key is unknown", "unproven", SPEC_CONSISTENCY, **more)
    for what, text in hostile.numbers(6):
        yield case(f"old: {what}", "malformed", file(text, hashes), **more)
    for what, text in hostile.base64s(b64(hashes[1])):
        yield case(f"hash: {what}", "malformed", given.replace(b64(hashes[1]), text), **more)
    yield case("64 hashes", "malformed", file(6, [ROOT] * 64), **more)
    yield case("another word", "malformed", given.replace("old", "size", 1), **more)
    yield case("upper case", "malformed", given.replace("old", "OLD", 1), **more)
    yield case("two spaces", "malformed", given.replace("old ", "old  ", 1), **more)
    yield case("no checkpoint", "malformed", file(6, hashes, ""), **more)
    for what, text in files_of(given, "old "):
        yield case(what, "malformed", text, **more)


def spoilt(hashes: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """A proof with other hashes."""
    yield "none", []
    yield "in reverse", hashes[::-1]
    yield "one more of zeros", [*hashes, bytes(32)]
    yield "one more of zeros before", [bytes(32), *hashes]
    yield "the last twice", [*hashes, hashes[-1]]
    yield "the first twice", [hashes[0], *hashes]
    yield "the root behind", [*hashes, ROOT]
    yield "63", hashes + [bytes(32)] * (63 - len(hashes))
    for at, each in enumerate(hashes):
        yield f"without number {at}", hashes[:at] + hashes[at + 1 :]
        yield f"another number {at}", [*hashes[:at], sha256(each).digest(), *hashes[at + 1 :]]
        yield f"a bit in number {at}", [*hashes[:at], bytes([each[0] ^ 128]) + each[1:], *hashes[at + 1 :]]
