"""Nobody sees, or even learns of, what somebody else sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.urls import reverse

from greenict_portal.assessments import actions, rules
from greenict_portal.assessments.models import Assessment, State
from greenict_portal.foundation.viewers import NOBODY, Viewer

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db

READ = ["assessment", "progress", "bad_rows", "explain"]
KINDS = ["csv", "xlsx", "json", "html", "pdf", "docx"]


def _addresses(pk: object) -> list[tuple[str, str]]:
    return [
        *(("get", reverse(f"assessments:{name}", args=[pk])) for name in READ),
        *(("get", reverse("assessments:download", args=[pk, kind])) for kind in KINDS),
        ("post", reverse("assessments:run", args=[pk])),
        ("post", reverse("assessments:delete", args=[pk])),
    ]


def _ask(client: Client, method: str, address: str) -> tuple[int, bytes]:
    response = getattr(client, method)(address)
    return response.status_code, response.content


@pytest.mark.parametrize("state", ["checked", "done"])
def test_every_address_of_a_stranger_is_nothing(
    client: Client, stranger: Client, assessor, sender, with_bad_rows: bytes, state: str
):
    assessor(client)  # a viewer who owns something too
    theirs = assessor(stranger) if state == "done" else sender(stranger, with_bad_rows, name="Secret plan")
    missing = "00000000-0000-4000-8000-000000000000"
    for (method, address), (_, unknown) in zip(_addresses(theirs.pk), _addresses(missing), strict=True):
        status, content = _ask(client, method, address)
        assert status == 404, address
        assert b"Secret plan" not in content
        # What is not there and what is somebody else's look the same.
        nothing = _ask(client, method, unknown)
        assert (status, content.replace(str(theirs.pk).encode(), missing.encode())) == nothing
    theirs.refresh_from_db()
    assert theirs.state == state


@pytest.mark.usefixtures("stranger")
def test_without_a_session_everything_is_nothing(client: Client):
    theirs = Assessment.objects.get()
    assert {_ask(client, method, address)[0] for method, address in _addresses(theirs.pk)} == {404}


@pytest.mark.usefixtures("stranger")
def test_a_list_holds_the_viewers_own(client: Client, sender):
    sender(client, name="Mine")
    page = client.get(reverse("assessments:start")).content.decode()
    assert "Mine" in page
    assert "stranger" not in page


def test_each_viewer_has_a_key_that_no_cookie_shows(client: Client, stranger: Client, sender):
    sender(client)
    keys = set(Assessment.objects.values_list("owner_key", flat=True))
    assert len(keys) == 2
    assert {len(key) for key in keys} == {32}
    assert not keys & {client.cookies["session"].value, stranger.cookies["session"].value}
    assert client.cookies["session"]["httponly"]
    assert client.cookies["session"]["samesite"] == "Lax"


def test_nobody_may_see_what_has_no_owner():
    assert rules.may_see(NOBODY, Assessment(owner_key="")) is False
    assert rules.may_see(Viewer("a"), Assessment(owner_key="b")) is False
    assert rules.may_see(Viewer("a"), Assessment(owner_key="a")) is True


def test_files_lie_under_names_of_ours_and_are_for_their_owner_only(client: Client, sender):
    made = sender(client, file_name="../../etc/passwd.csv")
    folder = settings.UPLOAD_FOLDER / str(made.pk)
    assert sorted(path.name for path in folder.iterdir()) == ["bad-rows.csv", "inventory.csv"]
    assert (folder / "inventory.csv").stat().st_mode & 0o077 == 0
    assert made.file_name == "passwd.csv"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("..\\..\\boot.csv", "boot.csv"),
        ("a\u202egpj.csv", "agpj.csv"),
        ("tab\there\n.csv", "tabhere.csv"),
        ("<script>.csv", "<script>.csv"),
        ("جرد.csv", "جرد.csv"),
        ("x" * 300 + ".csv", "x" * 80 + "…" + "x" * 26 + ".csv"),
    ],
)
def test_hostile_file_names_are_shown_harmlessly(sent: str, shown: str):
    assert actions._shown_name(sent) == shown


def test_a_name_is_escaped_on_every_page(client: Client, sender: Callable[..., Assessment]):
    made = sender(client, name="<script>alert(1)</script>")
    page = client.get(reverse("assessments:assessment", args=[made.pk])).content.decode()
    assert "<script>alert" not in page
    client.post(reverse("assessments:run", args=[made.pk]), {"by": ["site"]})
    made.refresh_from_db()
    assert made.state == State.DONE
    page = client.get(reverse("assessments:assessment", args=[made.pk])).content.decode()
    assert "<script>alert" not in page
