"""What a start makes, and what it leaves alone."""

from __future__ import annotations

import importlib.util
import io
import socket
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from greenict.cli.serve import serve
from greenict_portal.__main__ import main
from greenict_portal.config import navigation, prepare, server

if TYPE_CHECKING:
    from pathlib import Path


def test_static_files_are_collected_once_for_each_change(settings, tmp_path: Path):
    settings.STATIC_ROOT = tmp_path / "static"
    prepare.static_files()
    stamp = settings.STATIC_ROOT / "collected.sha256"
    made = stamp.stat().st_mtime_ns
    assert (settings.STATIC_ROOT / "foundation" / "site.css").is_file()
    prepare.static_files()
    assert stamp.stat().st_mtime_ns == made
    stamp.write_text("older", encoding="ascii")
    prepare.static_files()
    assert stamp.read_text(encoding="ascii") == prepare.static_digest()


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(prepare, "call_command", lambda *_, **__: pytest.fail("migrated again"))
    prepare.tables()


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = io.StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert out.getvalue() == "No changes detected\n"


def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert server.serve(host="127.0.0.1", port=port) == 2
    assert capsys.readouterr().err == f"port {port} is taken on 127.0.0.1; choose another one with --port\n"


def test_serve_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "granian" else known(name))
    result = CliRunner().invoke(serve, [])
    assert result.exit_code == 2
    assert (
        'the portal is not installed (granian missing); run: pip install "greenict[portal]"' in result.output
    )


def test_the_messages_can_be_checked_from_the_command():
    result = CliRunner().invoke(main, ["messages", "check"])
    assert (result.exit_code, result.output) == (0, "")


def test_the_masthead_marks_where_one_is(rf):
    request = rf.get("/en/about/")
    request.resolver_match = type("Match", (), {"view_name": "assessments:about"})()
    links = navigation.navigation(request)["navigation"]
    assert [(link["address"], link["current"]) for link in links] == [
        (reverse("assessments:start"), False),
        (reverse("calculators:catalogue"), False),
        (reverse("topics:index"), False),
        (reverse("assessments:example"), False),
        (reverse("assessments:about"), True),
    ]


def test_cookies_and_limits_are_strict():
    assert settings.DEBUG is False
    assert settings.SESSION_COOKIE_HTTPONLY is True
    assert settings.CSRF_COOKIE_HTTPONLY is True
    assert settings.FILE_UPLOAD_PERMISSIONS == 0o600
