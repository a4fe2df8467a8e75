"""The auditor's pack: how its files are listed, sealed with the ledger's key, and put into one zip.

The form of each is given once, in the verifier that goes into the pack (``standalone``).
"""

import inspect
from collections.abc import Mapping

from governance.proof import standalone
from governance.proof.keys import SigningKey
from governance.proof.note import Note
from governance.proof.standalone import zipped

__all__ = ["sealed", "verifier", "zipped"]


def sealed(files: Mapping[str, bytes], key: SigningKey) -> dict[str, bytes]:
    """The files with ``manifest.json`` and ``manifest.note`` beside them; the key's name is the ledger's origin.

    The same files and key give the same bytes. Paths are ASCII, with ``/`` between folders.
    """
    manifest = standalone.manifest_of(dict(files))
    note = Note(standalone.seal_of(key.name, manifest)).signed(key)
    return {**files, "manifest.json": manifest, "manifest.note": bytes(note)}


def verifier() -> bytes:
    """``verify.py``, to be put into the pack."""
    return inspect.getsource(standalone).encode()
