from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greenict_portal.config import places

if TYPE_CHECKING:
    from pathlib import Path


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path):
    key = places.secret_key(tmp_path)
    assert len(key) >= 50
    assert places.secret_key(tmp_path) == key
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_two_sites_have_two_keys(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert places.secret_key(tmp_path / "a") != places.secret_key(tmp_path / "b")


def test_home_is_where_it_was_named_and_has_its_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GREENICT_HOME", str(tmp_path / "site"))
    assert places.home() == tmp_path / "site"
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "site",
        "site/results",
        "site/uploads",
        "site/uploads/arriving",
    ]


def test_sqlite_does_not_lock_itself_out(tmp_path: Path):
    database = places.database(tmp_path)
    assert (
        database["OPTIONS"]["transaction_mode"],
        database["OPTIONS"]["timeout"],
        database["CONN_MAX_AGE"],
    ) == (
        "IMMEDIATE",
        20,
        600,
    )
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_an_address_names_a_postgresql(tmp_path: Path):
    database = places.database(tmp_path, "postgresql://me:p%40ss@db.example:5433/ict?sslmode=require")
    assert {
        key: database[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    } == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "ict",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_another_kind_of_address_is_refused_with_the_mend(tmp_path: Path):
    with pytest.raises(ValueError, match="GREENICT_DATABASE_URL begins with 'mysql'; write postgresql://"):
        places.database(tmp_path, "mysql://host/name")
