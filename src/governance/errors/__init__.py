"""Every error that this package raises on purpose, in one tree.

An error's ``code`` is its class name in kebab case: stable, for programs. Its text is one sentence for people.
The branches are what a caller can do about it: mend the input, accept the refusal, look at the storage,
or mistrust what was shown.
"""

from governance.errors.inputs import *  # noqa: F403 - a branch of the one tree
from governance.errors.proofs import *  # noqa: F403 - a branch of the one tree
from governance.errors.refusals import *  # noqa: F403 - a branch of the one tree
from governance.errors.storage import *  # noqa: F403 - a branch of the one tree
from governance.errors.tree import GovernanceError, InputError, Refused, StorageError, Unproven

__all__ = ["GovernanceError", "InputError", "Refused", "StorageError", "Unproven"]
