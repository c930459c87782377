"""Who may see and change a calculation that was kept: whoever kept it, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from greenict_portal.foundation.viewers import Viewer


class Owned(Protocol):
    """Something with an owner."""

    owner_key: str


def may_see(viewer: Viewer, thing: Owned) -> bool:
    """Whether this viewer may know that the thing exists."""
    return bool(viewer.key) and viewer.key == thing.owner_key


may_change = may_see
