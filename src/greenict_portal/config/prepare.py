"""What a first start makes, and a later one only looks at: tables, messages, static files, the example."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from greenict_portal.assessments import engine, queries
from greenict_portal.foundation import catalogues


def prepare() -> None:
    """Make what is missing or out of date."""
    catalogues.compile_catalogues()
    tables()
    static_files()
    engine.prepare_example(queries.example_path())


def tables() -> None:
    """Migrate, if a migration is waiting."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def static_files() -> None:
    """Collect the static files under names with their hash, if any of them changed."""
    stamp = Path(settings.STATIC_ROOT) / "collected.sha256"
    wanted = static_digest()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(wanted, encoding="ascii")


def static_digest() -> str:
    """One hash over the names and contents of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: str(found[0])):
            digest.update(name.encode() + b"\0")
            with storage.open(name) as file:
                digest.update(file.read())
    return digest.hexdigest()
