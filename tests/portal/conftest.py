"""What the portal's tests share: compiled messages, an inventory, people who are strangers to one another."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from greenict_portal.assessments import engine, queries
from greenict_portal.assessments.models import Assessment
from greenict_portal.foundation import catalogues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

INVENTORY = b"""item,quantity,country,year,lifetime_years,annual_energy_kwh,site
laptop,120,FRA,2022,4,30,Paris
laptop,80,NOR,2022,4,30,Oslo
server_rack,6,FRA,2022,5,2800,Paris
"""
WITH_BAD_ROWS = INVENTORY + b"laptop,many,FRA,2022,4,30,Paris\nlaptop,-3,FRA,2022,4,30,=1+1\n"


@pytest.fixture(scope="session", autouse=True)
def compiled() -> None:
    catalogues.compile_catalogues()


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    cache.clear()
    with translation.override("en"):
        yield
    for folder in (settings.UPLOAD_FOLDER, settings.RESULT_FOLDER):
        for path in Path(folder).iterdir():
            if path.name not in {"arriving", "example"}:
                shutil.rmtree(path)


@pytest.fixture(scope="session")
def example() -> None:
    engine.prepare_example(queries.example_path())


@pytest.fixture
def stranger() -> Client:
    """Somebody else, who has sent an inventory of their own."""
    client = Client()
    send(client, WITH_BAD_ROWS, name="A stranger's inventory")
    return client


def send(
    client: Client, content: bytes = INVENTORY, file_name: str = "devices.csv", **fields: str
) -> Assessment:
    """Send an inventory as the form does; return what was made of it."""
    before = set(Assessment.objects.values_list("pk", flat=True))
    form = {"file": SimpleUploadedFile(file_name, content), "profile": "l1410", "decimal": ".", **fields}
    response = client.post(reverse("assessments:start"), form)
    assert response.status_code == 302, response.content.decode()
    return Assessment.objects.exclude(pk__in=before).get()


def assess(client: Client, content: bytes = INVENTORY, **fields: object) -> Assessment:
    """Send an inventory and have it assessed."""
    made = send(client, content)
    response = client.post(reverse("assessments:run", args=[made.pk]), {"by": ["site"], **fields})
    assert response.status_code == 302, response.content.decode()
    made.refresh_from_db()
    return made


@pytest.fixture
def sender() -> Callable[..., Assessment]:
    return send


@pytest.fixture
def assessor() -> Callable[..., Assessment]:
    return assess


@pytest.fixture
def inventory() -> bytes:
    return INVENTORY


@pytest.fixture
def with_bad_rows() -> bytes:
    return WITH_BAD_ROWS
