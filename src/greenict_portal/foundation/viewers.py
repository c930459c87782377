"""Who is looking: today a browser's session, later a person too."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

SESSION_FIELD = "viewer"


@dataclass(frozen=True)
class Viewer:
    """Somebody who may own things. `key` is empty for one who has sent nothing yet."""

    key: str = ""


NOBODY = Viewer()


def viewer_of(request: HttpRequest) -> Viewer:
    """Who is looking at this page; reading a page starts no session."""
    return Viewer(str(request.session.get(SESSION_FIELD, "")))


def known_viewer(request: HttpRequest) -> Viewer:
    """Who is sending something: one who has no key yet gets one, kept in the session."""
    viewer = viewer_of(request)
    if viewer.key:
        return viewer
    request.session[SESSION_FIELD] = secrets.token_hex(16)
    return viewer_of(request)
