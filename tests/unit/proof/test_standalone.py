"""The verifier in the pack: by itself, on the zip and on the folder, and whatever is altered is found."""

import ast
import io
import json
import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import pytest

from governance.proof import merkle, standalone
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import SigningKey
from governance.proof.pack import sealed, verifier, zipped
from governance.proof.standalone import ALTERED, ANCHORED, TROUBLE, WHOLE, ed25519, main
from governance.text import printable
from tests.kit.packs import LEDGER, OTHER, checkpoint, consistency, pack
from tests.kit.rfc6962 import mth, path, proof

PACK = pack()
ZIP = zipped(PACK)
KEY = f"--key={LEDGER.verifier}"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "pack.zip").write_bytes(ZIP)
    return tmp_path


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def checked(folder: Path, files: dict[str, bytes], *more: str) -> int:
    (folder / "pack.zip").write_bytes(zipped(files))
    return main([str(folder / "pack.zip"), *more])


def kept(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return f"--{name}={folder / name}"


# Whole ------------------------------------------------------------------------------------------------------


def test_it_runs_by_itself(place: Path) -> None:
    """With a bare Python, from the folder, on the folder and on the zip."""
    laid_out(place / "folder", PACK)
    for arguments in ([], [str(place / "pack.zip")], [str(place / "folder")]):
        done = subprocess.run(
            [sys.executable, "-I", "-S", place / "folder" / "verify.py", "--en", *arguments], capture_output=True
        )
        assert (done.returncode, done.stderr) == (WHOLE, b"")
        assert b"WHOLE, but tied to nothing outside" in done.stdout
    assert (place / "folder" / "verify.py").read_bytes() == verifier()


def test_older_pythons_can_read_it() -> None:
    ast.parse(verifier(), feature_version=(3, 9))


def test_its_exit_codes_are_a_format() -> None:
    assert (ANCHORED, ALTERED, TROUBLE, WHOLE) == (0, 1, 4, 5)


def test_it_says_what_is_lacking(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(place / "pack.zip")]) == WHOLE
    assert "Bring the ledger's key" in capsys.readouterr().out
    assert main([str(place / "pack.zip"), KEY]) == ANCHORED
    said = capsys.readouterr().out
    assert "Bring the ledger's key" not in said
    assert "A key alone does not show" in said


@pytest.mark.parametrize(("option", "said"), [("--sv", "HELT, och knutet"), ("--en", "WHOLE, and tied")])
def test_two_languages(place: Path, option: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(place / "pack.zip"), KEY, option]) == ANCHORED
    assert said in capsys.readouterr().out


def test_both_languages_say_the_same_things() -> None:
    fields = [[set(_fields(text)) for text in pair] for pair in standalone.WORDS.values()]
    assert all(english == swedish for english, swedish in fields)


def _fields(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def test_with_the_key_from_a_file(place: Path) -> None:
    key = place / "keys.txt"
    key.write_text(f"# the ledger's\n{LEDGER.verifier}\n")
    assert main([str(place / "pack.zip"), "--key", str(key)]) == ANCHORED


def test_with_a_checkpoint_that_was_kept(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for size in (13, 5):
        more = [] if size == 13 else [kept(place, "consistency", consistency(size))]
        assert checked(place, PACK, kept(place, "checkpoint", bytes(checkpoint(size))), *more) == ANCHORED
        assert f"goes on from the checkpoint that you kept, of {size} events" in capsys.readouterr().out
    earlier = pack(size=9)
    more = [kept(place, "checkpoint", bytes(checkpoint(13))), kept(place, "consistency", consistency(9))]
    assert checked(place, earlier, *more) == ANCHORED
    assert "goes on from this one" in capsys.readouterr().out


def test_a_proof_inside_the_pack_joins_what_was_kept(place: Path) -> None:
    files = sealed({**without_seals(), "consistency/5.txt": consistency(5)}, LEDGER)
    assert checked(place, files, kept(place, "checkpoint", bytes(checkpoint(5)))) == ANCHORED
    assert checked(place, files, kept(place, "checkpoint", bytes(checkpoint(6)))) == TROUBLE


def test_a_new_key_has_to_be_brought(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was kept was signed with the old key, the pack with a new one: nothing in the pack can vouch for it."""
    rotated = pack(OTHER)
    old = kept(place, "checkpoint", bytes(checkpoint(13)))
    assert checked(place, rotated, old) == TROUBLE
    assert "bring the ledger's key" in capsys.readouterr().out
    assert checked(place, rotated, old, f"--key={OTHER.verifier}") == ANCHORED


# Altered ----------------------------------------------------------------------------------------------------


def without_seals() -> dict[str, bytes]:
    return {name: data for name, data in PACK.items() if not name.startswith("manifest.")}


def test_every_byte_of_the_zip(place: Path) -> None:
    rng = Random(4)  # noqa: S311 - repeatable, not secret
    for at in range(len(ZIP)):
        with pytest.raises(standalone.Finding):
            standalone.unzipped(ZIP[:at] + bytes([ZIP[at] ^ 1 << rng.randrange(8)]) + ZIP[at + 1 :])
    for bad in (ZIP[:-1], ZIP + b"\x00", ZIP[1:], b"", ZIP + ZIP):
        (place / "pack.zip").write_bytes(bad)
        assert main([str(place / "pack.zip"), KEY]) == ALTERED


def test_every_file_of_the_folder(place: Path) -> None:
    rng = Random(5)  # noqa: S311 - repeatable, not secret
    folder = laid_out(place / "folder", PACK)
    for name, data in PACK.items():
        for _n in range(3):
            at = rng.randrange(len(data))
            (folder / name).write_bytes(data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :])
            assert main([str(folder)]) == ALTERED, (name, at)
        (folder / name).unlink()
        assert main([str(folder)]) == ALTERED, name
        (folder / name).write_bytes(data)
        assert main([str(folder)]) == WHOLE
    (folder / "events" / "more").write_bytes(b"")
    assert main([str(folder)]) == ALTERED


def test_a_zip_that_was_packed_anew(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(place / "pack.zip", "w", zipfile.ZIP_DEFLATED) as again:
        for name, data in PACK.items():
            again.writestr(name, data)
    assert main([str(place / "pack.zip")]) == ALTERED
    assert "extract it" in capsys.readouterr().out


def test_another_answer_with_a_manifest_to_fit(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody without the key can fit the manifest to what they changed, but not sign it."""
    forged = {**PACK, "answer.json": b'["all is well"]\n'}
    forged["manifest.json"] = standalone.manifest_of(forged)
    assert checked(place, forged) == ALTERED
    assert "manifest.note: about another manifest" in capsys.readouterr().out
    stranger = SigningKey(LEDGER.name, bytes(32))
    forged["manifest.note"] = sealed(without_seals() | {"answer.json": forged["answer.json"]}, stranger)[
        "manifest.note"
    ]
    assert checked(place, forged) == ALTERED
    assert "manifest.note: signed by none" in capsys.readouterr().out


def test_a_whole_pack_by_somebody_else(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With keys of their own anybody can make a whole pack: only what comes from outside tells it apart."""
    stranger = pack(OTHER, answer=b'["all is well"]\n')
    assert checked(place, stranger) == WHOLE
    assert checked(place, stranger, KEY) == ALTERED
    assert "signed by none" in capsys.readouterr().out
    assert checked(place, stranger, kept(place, "checkpoint", bytes(checkpoint(13)))) == TROUBLE


def test_a_history_that_was_rewritten_and_signed_anew(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The holder of the key can do it, and the key does not tell. A checkpoint that was kept does."""
    other = [b"something else"] * 13
    for size in (13, 5):
        before = kept(place, "checkpoint", bytes(checkpoint(size, leaves=other)))
        assert checked(place, PACK, KEY) == ANCHORED
        assert checked(place, PACK, before, kept(place, "consistency", consistency(5))) == ALTERED
        assert "do not go together" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("swap", "said"),
    [
        ({"events/000002.json": b"{}"}, "about another event"),
        ({"events/000002.leaf": PACK["events/000007.leaf"]}, "about another event"),
        ({"events/000002.leaf": PACK["events/000002.leaf"] + b"\n"}, "not as it was written"),
        ({"events/000002.leaf": b"[" * 100_000}, "not as it was written"),
        ({"events/000002.leaf": b"[]"}, "not as it was written"),
        ({"events/000002.tlog-proof": PACK["events/000007.tlog-proof"]}, "about another checkpoint"),
        ({"events/000002.tlog-proof": b""}, "not as it was written"),
        ({"events/000003.json": b"{}"}, "events/000003.leaf: missing"),
        ({"events/000002.txt": b""}, "no part of an event"),
        ({"events/0000002.json": b"", "events/0000002.leaf": b"{}", "events/0000002.tlog-proof": b""}, "bad number"),
        ({"checkpoint.txt": bytes(checkpoint(12))}, "about another checkpoint"),
        ({"checkpoint.txt": bytes(checkpoint(13, OTHER))}, "checkpoint.txt: signed by none of the keys"),
        ({"checkpoint.txt": b"\xff"}, "checkpoint.txt: not as it was written"),
        ({"keys.txt": b"nonsense\n"}, "not as it was written"),
        ({"keys.txt": f"{OTHER.verifier}\n".encode()}, "signed by none of the keys"),
    ],
)
def test_parts_that_do_not_go_together(
    place: Path, swap: dict[str, bytes], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sealed with the right key: the ledger's own program made a mistake, or its holder lies clumsily."""
    assert checked(place, sealed(without_seals() | swap, LEDGER)) == ALTERED
    assert said in capsys.readouterr().out


def test_a_proof_for_another_tree(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = InclusionProof.parse(PACK["events/000002.tlog-proof"])
    swapped = InclusionProof(told.index, (*told.hashes[1:], told.hashes[0]), told.note)
    files = sealed(without_seals() | {"events/000002.tlog-proof": bytes(swapped)}, LEDGER)
    assert checked(place, files) == ALTERED
    assert "the event is not in the ledger" in capsys.readouterr().out


def test_names_in_a_pack_are_no_lines_of_ours(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {**PACK, "a\nWHOLE, and tied to what you brought from elsewhere.\x1b[8m": b""}
    assert checked(place, files) == ALTERED
    said = capsys.readouterr().out
    assert "a\\nWHOLE, and tied" in said
    assert "\x1b" not in said


def test_a_manifest_written_otherwise(place: Path) -> None:
    listed = json.loads(PACK["manifest.json"])
    for manifest in (json.dumps(listed).encode(), b"[]", b"{}", b'{"files":[]}', b"\xff", b"[" * 100_000):
        assert checked(place, {**PACK, "manifest.json": manifest}) == ALTERED


def test_what_is_found_matters_more_than_what_is_lacking(place: Path) -> None:
    files = sealed(without_seals() | {"events/000002.json": b"{}"}, LEDGER)
    assert checked(place, files, kept(place, "checkpoint", bytes(checkpoint(5)))) == ALTERED


# Trouble ----------------------------------------------------------------------------------------------------


def test_trouble(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zipped_pack = str(place / "pack.zip")
    nonsense = kept(place, "checkpoint", b"nonsense")
    stranger = SigningKey("example.org/other", bytes(32))
    other = place / "other"
    other.write_bytes(bytes(checkpoint(13, stranger)))
    empty = place / "empty"
    empty.write_bytes(b"")
    for arguments in (
        [str(place / "nothing")],
        [zipped_pack, "--key", str(empty)],
        [zipped_pack, "--checkpoint", str(empty)],
        [zipped_pack, KEY, "--consistency", str(empty)],
        [zipped_pack, "--key", "nonsense"],
        [zipped_pack, "--key", str(LEDGER.verifier)[:-4]],
        [zipped_pack, nonsense],
        [zipped_pack, "--checkpoint", str(place / "nothing")],
        [zipped_pack, "--checkpoint", str(other), KEY],
    ):
        assert main(arguments) == TROUBLE
        assert "could not be made" in capsys.readouterr().out
    for arguments in (["--nonsense"], ["a", "b"]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == TROUBLE


def test_a_terminal_that_knows_no_swedish(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", output)
    assert main([str(place / "pack.zip"), "--sv"]) == WHOLE


# Against the other way to work it out -----------------------------------------------------------------------


def test_ed25519() -> None:
    """Against the package cryptography; the vectors of RFC 8032 are in tests/vectors."""
    rng = Random(8032)  # noqa: S311 - repeatable, not secret
    for n in range(10):
        key, text = SigningKey("a", rng.randbytes(32)), "x" * n
        public, signature = key.verifier.public, key.signature(text)
        assert ed25519(public, text.encode(), signature)
        assert not ed25519(public, b"y" + text.encode(), signature)
        bit = 1 << rng.randrange(8)
        at = rng.randrange(64)
        assert not ed25519(public, text.encode(), signature[:at] + bytes([signature[at] ^ bit]) + signature[at + 1 :])
        at = rng.randrange(32)
        assert not ed25519(public[:at] + bytes([public[at] ^ bit]) + public[at + 1 :], text.encode(), signature)
    scalar = int.from_bytes(signature[32:], "little") + standalone.L
    assert not ed25519(public, text.encode(), signature[:32] + scalar.to_bytes(32, "little"))
    assert not ed25519(public, text.encode(), signature[:-1])
    assert not ed25519(public[:-1], text.encode(), signature)
    assert not ed25519(b"\xff" * 32, text.encode(), signature)


def test_two_ways_to_check_a_proof() -> None:
    leaves = [b"%d" % n for n in range(40)]
    for size in range(1, 41):
        root = mth(leaves[:size])
        for index in range(size):
            hashes = path(index, leaves[:size])
            for wanted in (index, index ^ 1, size):
                both = [
                    standalone.included(wanted, size, leaves[index], hashes, root),
                    merkle.included(wanted, size, merkle.leaf_hash(leaves[index]), hashes, root),
                ]
                assert both == [wanted == index] * 2
        for old in range(1, size):
            hashes = proof(old, leaves[:size])
            for told in (hashes, hashes[1:], [*hashes, root], hashes[::-1]):
                both = [
                    check(old, size, told, mth(leaves[:old]), root)
                    for check in (standalone.consistent, merkle.consistent)
                ]
                assert both == [told == hashes] * 2


# What lies in a folder that is no pack's ----------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("kind", ["pipe", "device", "link", "dangling", "folder", "socket"])
def test_what_is_no_plain_file_is_neither_followed_nor_waited_for(
    place: Path, kind: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = laid_out(place / "folder", PACK)
    odd = folder / "events" / "extra.json"
    if kind == "pipe":
        os.mkfifo(odd)
    elif kind == "socket":
        monkeypatch.chdir(odd.parent)  # a socket's path is short
        socket.socket(socket.AF_UNIX).bind("extra.json")
    else:
        targets = {"device": "/dev/zero", "link": str(folder / "answer.json"), "folder": "/", "dangling": "nowhere"}
        odd.symlink_to(targets[kind])
    assert main([str(folder), KEY, "--en"]) == ALTERED
    assert "events/extra.json: no plain file" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pack_that_is_no_plain_file(place: Path) -> None:
    os.mkfifo(place / "pipe.zip")
    for odd in (place / "pipe.zip", Path("/dev/zero")):
        assert main([str(odd), KEY]) == ALTERED


def test_what_is_larger_than_any_pack_is_not_read(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = laid_out(place / "folder", PACK)
    with (folder / "extra").open("wb") as file:  # it takes no room on the disk
        file.truncate(standalone.LARGEST + 1)
    for large in (folder, folder / "extra"):
        assert main([str(large), "--en"]) == ALTERED
        assert "larger than any pack" in capsys.readouterr().out


def test_more_files_than_any_pack_has(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standalone, "MOST", len(PACK) - 1)
    assert main([str(laid_out(place / "folder", PACK))]) == ALTERED


def test_it_shows_the_same_letters_as_the_ledger() -> None:
    """It is written by itself, so the two are compared: letter by letter, all of them."""
    for number in (*range(0xD800), *range(0xE000, 0x110000)):
        if (letter := chr(number)) not in "\n\t":
            assert (standalone.printable(letter) == letter) == (printable(letter) == letter)
