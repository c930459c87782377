"""Calculations beside an assessment: its page leads to them, and takes nothing from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Calculations beside it"), ("fr", "Calculs à côté"), ("ar", "حسابات بجانبه")],
)
def test_a_result_leads_to_the_calculations_beside_it(client: Client, assessor, language: str, heading: str):
    made = assessor(client)
    page = client.get(f"/{language}/assessments/{made.pk}/").content.decode()
    assert f'<h2 id="beside">{heading}</h2>' in page
    for place in ("methods", "calculations"):
        address = f"/{language}/{place}/?beside={made.pk}"
        assert f'href="{address}"' in page
        assert client.get(address).status_code == 200


def test_nothing_is_summed_into_its_totals(
    client: Client, assessor, django_assert_num_queries: Callable[..., object]
):
    made = assessor(client)
    address = reverse("assessments:assessment", args=[made.pk])
    before = client.get(address)
    asked = {"facility_energy_kwh": "13", "it_energy_kwh": "10", "beside": str(made.pk)}
    assert client.post(reverse("calculators:keep", args=["pue_ratio"]), asked).status_code == 302
    with django_assert_num_queries(2):  # the session, the row
        after = client.get(address)
    assert after.context["page"] == before.context["page"]
    assert "It is never summed into its totals." in after.content.decode()


@pytest.mark.usefixtures("example")
def test_the_example_is_nobodys_and_has_nothing_beside_it(client: Client):
    assert "beside=" not in client.get(reverse("assessments:example")).content.decode()
