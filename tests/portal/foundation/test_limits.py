from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from greenict_portal.assessments.models import Assessment
from greenict_portal.foundation import limits

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db


def test_a_file_above_the_limit_is_refused_with_its_size_and_the_mend(client: Client):
    large = SimpleUploadedFile("large.csv", b"x" * (settings.UPLOAD_LIMIT_BYTES + limits.FORM_OVERHEAD_BYTES))
    response = client.post(reverse("assessments:start"), {"file": large, "profile": "l1410", "decimal": "."})
    assert response.status_code == 413
    assert (
        "The file has 2.1 MB; at most 2 MB are taken. Split it by site or by year"
        in response.content.decode()
    )
    assert Assessment.objects.count() == 0


def test_an_upload_too_many_is_refused(client: Client, sender: Callable[..., Assessment], settings):
    settings.UPLOADS_PER_HOUR = 2
    sender(client)
    sender(client)
    form = {"file": SimpleUploadedFile("a.csv", b"item,quantity\n"), "profile": "l1410", "decimal": "."}
    response = client.post(reverse("assessments:start"), form)
    assert response.status_code == 429
    assert "More than 2 uploads came from your address within one hour." in response.content.decode()
    assert Assessment.objects.count() == 2


@pytest.mark.parametrize(("behind", "address"), [(False, "10.0.0.9"), (True, "192.0.2.7")])
def test_a_forwarded_address_is_believed_only_behind_a_proxy(settings, behind: bool, address: str):
    settings.BEHIND_PROXY = behind
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR="203.0.113.5, 192.0.2.7")
    assert limits.address_of(request) == address


def test_an_upload_goes_to_disk_whatever_its_size():
    assert settings.FILE_UPLOAD_HANDLERS == ["greenict_portal.foundation.limits.ToDisk"]
