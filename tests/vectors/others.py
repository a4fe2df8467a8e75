"""Cases of policies, tiles, leaves and bare signatures."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from tests.vectors import hostile
from tests.vectors.given import BODY, LOG, NEXT, NOW, OTHER, SIGNED, W1, W2, W3, Case, Signer, case, plus_l

__all__ = ["leaves", "policies", "signatures", "tiles"]


def policies() -> Iterator[Case]:
    """Policies (tlog-policy), each for the checkpoint ``note``."""
    note = SIGNED + W1.line(BODY, NOW) + W2.line(BODY, NOW)
    log = f"log {LOG.vkey}\n"
    three = "".join(f"witness w{n} {each.vkey}\n" for n, each in enumerate((W1, W2, W3), 1))

    def told(name: str, want: str, text: str) -> Case:
        return case(name, want, text, note=note)

    yield told("nobody", "accepted", f"{log}quorum none\n")
    yield told("a witness", "accepted", f"{log}{three}quorum w1\n")
    yield told("any", "accepted", f"{log}{three}group g any w1 w2 w3\nquorum g\n")
    yield told("two of three", "accepted", f"{log}{three}group g 2 w1 w2 w3\nquorum g\n")
    yield told("all of two", "accepted", f"{log}{three}group g all w1 w2\nquorum g\n")
    yield told("groups of groups", "accepted", f"{log}{three}group a any w3 w1\ngroup b all a w2\nquorum b\n")
    yield told("a group that nobody asks for", "accepted", f"{log}{three}group g all w3\nquorum w1\n")
    yield told("the quorum first", "accepted", f"quorum none\n{three}{log}")
    yield told("comments, tabs, empty lines", "accepted", f"# a\n\n \t\n\t{log}  # å\t\n{three}quorum\t w1 \n")
    yield told("addresses", "accepted", f"log {LOG.vkey} https://example.org/å\n"
               f"witness w1 {W1.vkey} https://w.example\nquorum w1\n")  # fmt: skip
    yield told("two keys of one log", "accepted", f"{log}log {NEXT.vkey}\nquorum none\n")
    yield case("names that are no UTF-8", "accepted",
               log.encode() + b"witness \xff\xfe " + W1.vkey.encode() + b"\nquorum \xff\xfe\n", note=note)  # fmt: skip
    yield told("letters that only look alike", "malformed", f"{log}witness K {W1.vkey}\nquorum \u212a\n")
    yield told("a witness who did not sign", "unproven", f"{log}{three}quorum w3\n")
    yield told("all of three", "unproven", f"{log}{three}group g all w1 w2 w3\nquorum g\n")
    yield told("three of three", "unproven", f"{log}{three}group g 3 w1 w2 w3\nquorum g\n")
    yield told("a group behind a group", "unproven", f"{log}{three}group a any w3\ngroup b all a w2\nquorum b\n")
    yield told("no log", "unproven", f"{three}quorum w1\n")
    yield told("another log", "unproven", f"log {OTHER.vkey}\nquorum none\n")
    yield told("another key of the log", "unproven", f"log {NEXT.vkey}\nquorum none\n")
    for what, text in {
        "nothing": "", "no quorum": log, "two quorums": f"{log}quorum none\nquorum none\n",
        "an unknown quorum": f"{log}quorum w1\n", "a quorum above its group": f"{log}{three}quorum g\ngroup g any w1\n",
        "a group above its member": f"{log}group g any w1\n{three}quorum g\n",
        "a group in itself": f"{log}{three}group g any g\nquorum g\n",
        "a member twice": f"{log}{three}group g any w1 w1\nquorum g\n",
        "a member of two groups": f"{log}{three}group a any w1\ngroup b any w1\nquorum b\n",
        "nobody as a member": f"{log}{three}group g any none\nquorum g\n",
        "a witness called none": f"{log}witness none {W1.vkey}\nquorum none\n",
        "a group called none": f"{log}{three}group none any w1\nquorum none\n",
        "a name twice": f"{log}{three}witness w1 {Signer('w', 'w', 4).vkey}\nquorum w1\n",
        "a group with a witness's name": f"{log}{three}group w1 any w2\nquorum w1\n",
        "a key twice": f"{log}witness a {W1.vkey}\nwitness b {W1.vkey}\nquorum a\n",
        "a key twice under two names": f"{log}witness a {W1.vkey}\nwitness b {Signer('b', 'w1', 4).vkey}\nquorum a\n",
        "a log twice": f"{log}{log}quorum none\n", "a witness's key for a log": f"log {W1.vkey}\nquorum none\n",
        "a log's key for a witness": f"{log}witness w {OTHER.vkey}\nquorum w\n",
        "no members": f"{log}{three}group g any\nquorum g\n", "none of one": f"{log}{three}group g 0 w1\nquorum g\n",
        "two of one": f"{log}{three}group g 2 w1\nquorum g\n", "an unknown word": f"{log}trust w1\nquorum none\n",
        "upper case": f"{log}QUORUM none\n", "no key": "log\nquorum none\n", "a bad key": "log x\nquorum none\n",
        "too many words": f"{log}quorum none none\n",
        "too many words for a log": f"log {LOG.vkey} a b\nquorum none\n",
        "too many words for a witness": f"{log}witness w1 {W1.vkey} a b\nquorum w1\n",
        "too few words for a witness": f"{log}witness w1\nquorum none\n",
        "a quorum of nothing": f"{log}quorum\n",
        "no last line feed": f"{log}quorum none",
        "CRLF": f"{log}quorum none\n".replace("\n", "\r\n"), "a no-break space": f"{log}quorum\u00a0none\n",
        "an em space": f"log\u2003{LOG.vkey}\nquorum none\n", "NUL": f"{log}quorum none\x00\n",
        "DEL in a comment": f"{log}# \x7f\nquorum none\n", "a byte order mark": f"\ufeff{log}quorum none\n",
        "a form feed": f"{log}\x0cquorum none\n", "a comment behind": f"{log}quorum none # nobody\n",
    }.items():  # fmt: skip
        yield told(what, "malformed", text)
    for what, text in hostile.numbers(2):
        if what in ("space before", "space behind", "tab behind"):  # only what parts two words
            continue
        yield told(f"how many: {what}", "malformed", f"{log}{three}group g {text} w1 w2\nquorum g\n")


def tiles() -> Iterator[Case]:
    """Paths of tiles (tlog-tiles)."""
    for good in ("tile/0/000", "tile/0/x001/x234/067", "tile/1/999", "tile/63/000.p/255", "tile/2/000.p/1",
                 "tile/entries/000", "tile/entries/x001/x234/067.p/9", "tile/9/x001/000", "tile/59/000"):  # fmt: skip
        yield case(good, "accepted", good)
    for bad in ("", "tile", "tile/0", "tile/0/", "tile//000", "/tile/0/000", "tile/0/000/", "tile/00/000",
                "tile/64/000",
                "tile/-1/000", "tile/+1/000", "tile/data/000", "tile/8/0/000/x", "tile/0/0", "tile/0/00", "tile/0/0000",
                "tile/0/x000/001", "tile/0/x000/x000/001", "tile/0/001/002", "tile/0/x001/x002", "tile/0/X001/002",
                "tile/0/x01/002", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/-1", "tile/0/000.p/1/", "tile/0/000.P/1", "tile/0/000 ", " tile/0/000", "tile/0/000\n",
                "tile/0/٠٠٠", "tile/0/００0", "tile/0/../000", "tile/0/000.p/1.p/1", "TILE/0/000", "tile\\0\\000",
                "tile/entries/0", "tile/Entries/000", "tile/0/" + "x001/" * 40 + "000", "checkpoint", "tile/0/000.tile",
                "tile/0/%30%30%30", "tile/0/000?", "tile/0x0/000", "tile/0/x1e3/000"):  # fmt: skip
        yield case(repr(bad)[:60], "malformed", bad)


def leaves() -> Iterator[Case]:
    """The bytes of leaves (docs/adr/0013)."""

    def data(**other: Any) -> str:
        told = {"event": "governance.meeting.MeetingHeld/1", "originator_id": "meeting:vux/2021-02-12", "position": 7,
                "recorded_at": 1613119500000000, "sha256": sha256(b"{}").hexdigest(), "version": 2} | other  # fmt: skip
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    text = data()
    yield case("a leaf", "accepted", text)
    yield case("letters of all kinds", "accepted", data(originator_id='å\u2028€\U0001f600\x7f"\\/\b\f\n\r\t\x00\x1f'))
    yield case("before 1970", "accepted", data(recorded_at=-1))
    yield case("the largest numbers", "accepted", data(position=2**53 - 1, version=2**53 - 1, recorded_at=2**53 - 1))
    for what, bad in hostile.numbers(7):
        yield case(f"position: {what}", "malformed", text.replace(":7", f":{bad}"))
    others: dict[str, dict[str, Any]] = {
        "position 0": {"position": 0}, "version 0": {"version": 0}, "a text for a number": {"position": "7"},
        "true for a number": {"position": True}, "null for a text": {"event": None},
        "a list for a text": {"event": []},
        "a number too large": {"recorded_at": 2**53}, "one more field": {"more": 1}, "a short digest": {"sha256": "00"},
        "an upper-case digest": {"sha256": "AB" * 32}, "a digest with a space": {"sha256": " 1" + "ab" * 31},
        "a number for a text": {"event": 1},
    }  # fmt: skip
    for what, other in others.items():
        yield case(what, "malformed", data(**other))
    for what, bad in {
        "nothing": "", "an empty object": "{}", "a list": "[]", "null": "null", "spaces": json.dumps(json.loads(text)),
        "line feed behind": f"{text}\n", "space before": f" {text}", "another order": "{" + text[1:-1].split(",", 1)[1]
        + "," + text[1:-1].split(",", 1)[0] + "}", "an escape too many": text.replace("vux", "\\u0076ux"),
        "an escaped slash": text.replace("vux/", "vux\\/"), "a field twice": text.replace(":7", ':7,"position":7'),
        "a lone surrogate": text.replace("vux", "\\ud800"), "byte order mark": f"\ufeff{text}",
        "brackets": "[" * 5_000, "a comment": text.replace(":7", ":7/**/"), "junk behind": f"{text}x",
        "a field missing": text.replace('"event":"governance.meeting.MeetingHeld/1",', ""),
    }.items():  # fmt: skip
        yield case(what, "malformed", bad)
    yield case("UTF-16", "malformed", text.encode("utf-16"))
    yield case("not UTF-8", "malformed", text.encode().replace(b"vux", b"v\xffx"))


RFC8032 = (
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac",
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
)  # fmt: skip
"""RFC 8032, section 7.1, tests 1 to 3: key, message, both halves of the signature."""


def signatures() -> Iterator[Case]:
    """Ed25519 signatures (RFC 8032, 5.1.7): ``key`` and ``signature`` in hex over the message ``hex``."""
    for number, (key, message, point, scalar) in enumerate(RFC8032, 1):
        r, s = bytes.fromhex(point), bytes.fromhex(scalar)
        spoilt = {
            "S + L": r + plus_l(s), "zeros": bytes(64), "63 bytes": r + s[:-1], "65 bytes": r + s + b"\x00",
            "nothing": b"", "ones": b"\xff" * 64, "halves swapped": s + r, "S of zero": r + bytes(32),
            "R of zero": bytes(32) + s,
        }  # fmt: skip
        for bit in range(0, 512, 29):
            spoilt[f"bit {bit}"] = (int.from_bytes(r + s, "little") ^ 1 << bit).to_bytes(64, "little")
        given = [("", key, message, r + s)]
        given += [(f", {what}", key, message, bad) for what, bad in spoilt.items()]
        given += [
            (", another message", key, f"{message}00", r + s), (", a key of ones", "ff" * 32, message, r + s),
            (", a key of no point", "02" + "00" * 31, message, r + s),
            (", another key", RFC8032[number % 3][0], message, r + s),
        ]  # fmt: skip
        for what, public, signed, signature in given:
            yield {"name": f"test {number}{what}", "want": "unproven" if what else "accepted", "key": public,
                   "hex": signed, "signature": signature.hex()}  # fmt: skip
