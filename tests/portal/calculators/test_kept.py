"""What somebody keeps: it is computed again, listed, taken home, deleted; and nobody else sees it."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from greenict_portal.calculators import queries, rules
from greenict_portal.calculators.models import Calculation
from greenict_portal.foundation.viewers import NOBODY, Viewer

if TYPE_CHECKING:
    from django.http import HttpResponse

pytestmark = pytest.mark.django_db
LIST = "calculators:calculations"


def keep(client: Client, name: str = "pue_ratio", **inputs: str) -> HttpResponse:
    asked = inputs or {"facility_energy_kwh": "13", "it_energy_kwh": "10"}
    return client.post(reverse("calculators:keep", args=[name]), asked)


def test_a_calculation_is_computed_again_and_kept(client: Client):
    response = keep(client, facility_energy_kwh="13", it_energy_kwh="10", value="99")
    assert response.headers["Location"] == reverse(LIST)
    kept = Calculation.objects.get()
    assert (kept.method, kept.value, kept.unit, kept.low) == ("pue_ratio", 1.3, "ratio", None)
    assert kept.asked == {"facility_energy_kwh": "13", "it_energy_kwh": "10"}
    assert kept.inputs == {"facility_energy_kwh": 13.0, "it_energy_kwh": 10.0}


def test_a_range_is_kept_too(client: Client):
    keep(client, "embodied_ghg_kg_per_year", embodied_ghg_kg="300", lifetime_years="4..8")
    kept = Calculation.objects.get()
    assert (kept.value, kept.low, kept.high) == (50.0, 37.5, 75.0)
    row = client.get(reverse(LIST)).context["rows"][0]
    assert (row["range"].text, row["range"].up_to) == ("37.5", "75")


def test_the_list_leads_back_to_the_same_result(client: Client):
    keep(client)
    row = client.get(reverse(LIST)).context["rows"][0]
    again = client.get(reverse("calculators:method", args=["pue_ratio"]) + "?" + row["question"])
    assert again.context["answer"].figures[0].exact == "1.3"


def test_what_cannot_be_computed_is_not_kept(client: Client):
    response = keep(client, facility_energy_kwh="many", it_energy_kwh="10")
    assert response.status_code == 400
    assert response.context["form"].first_refused.name == "facility_energy_kwh"
    assert Calculation.objects.count() == 0


def test_a_form_without_its_token_is_refused():
    assert keep(Client(enforce_csrf_checks=True)).status_code == 403
    assert Calculation.objects.count() == 0


def test_a_page_with_a_result_carries_the_token():
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/en/methods/pue_ratio/?facility_energy_kwh=13&it_energy_kwh=10").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    form = {"facility_energy_kwh": "13", "it_energy_kwh": "10", "csrfmiddlewaretoken": token}
    assert strict.post("/en/methods/pue_ratio/keep/", form).status_code == 302


def test_csv_and_json_hold_what_was_kept(client: Client):
    keep(client)
    keep(client, "scope1_refrigerant_ghg_kg_per_year", **_refrigerant())
    text = client.get(reverse("calculators:download", args=["csv"])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["method"], row["unit"]) for row in rows] == [
        ("scope1_refrigerant_ghg_kg_per_year", "kg CO2e/yr"),
        ("pue_ratio", "ratio"),
    ]
    kept = json.loads(client.get(reverse("calculators:download", args=["json"])).content)
    assert [row["value"] for row in kept] == [float(row["value"]) for row in rows]
    assert kept[1]["inputs"] == {"facility_energy_kwh": 13.0, "it_energy_kwh": 10.0}
    assert client.get(reverse("calculators:download", args=["exe"])).status_code == 404


def _refrigerant() -> dict[str, str]:
    engine = queries.engine
    return engine.example_texts(engine.find("scope1_refrigerant_ghg_kg_per_year"))


def test_a_text_result_that_looks_like_a_formula_is_harmless(client: Client):
    keep(client)
    Calculation.objects.update(value='=HYPERLINK("x")')
    text = client.get(reverse("calculators:download", args=["csv"])).content.decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(text)))["value"] == '\'=HYPERLINK("x")'


def test_a_stranger_sees_nothing_and_changes_nothing(client: Client):
    other = Client()
    keep(other)
    keep(client, facility_energy_kwh="15", it_energy_kwh="10")
    theirs = Calculation.objects.get(value=1.3)
    assert [row["calculation"].value for row in client.get(reverse(LIST)).context["rows"]] == [1.5]
    assert b"1.3" not in client.get(reverse("calculators:download", args=["json"])).content
    for pk in (theirs.pk, "00000000-0000-4000-8000-000000000000"):
        assert client.post(reverse("calculators:delete", args=[pk])).status_code == 404
    client.post(reverse("calculators:delete_all"))
    assert list(Calculation.objects.values_list("pk", flat=True)) == [theirs.pk]


def test_without_a_session_there_is_nothing(client: Client):
    keep(Client())
    assert client.get(reverse(LIST)).context["rows"] == []
    assert json.loads(client.get(reverse("calculators:download", args=["json"])).content) == []
    client.post(reverse("calculators:delete_all"))
    assert Calculation.objects.count() == 1
    assert "session" not in client.cookies


def test_nobody_may_see_what_has_no_owner():
    assert rules.may_see(NOBODY, Calculation(owner_key="")) is False
    assert rules.may_see(Viewer("a"), Calculation(owner_key="b")) is False
    assert rules.may_see(Viewer("a"), Calculation(owner_key="a")) is True


def test_one_is_deleted_and_then_all(client: Client):
    for energy in ("11", "12", "13"):
        keep(client, facility_energy_kwh=energy, it_energy_kwh="10")
    first = Calculation.objects.get(value=1.1)
    assert client.post(reverse("calculators:delete", args=[first.pk])).headers["Location"] == reverse(LIST)
    assert sorted(Calculation.objects.values_list("value", flat=True)) == [1.2, 1.3]
    client.post(reverse("calculators:delete_all"))
    assert Calculation.objects.count() == 0


def test_what_is_too_old_is_not_shown_and_goes_with_the_next(client: Client):
    keep(client)
    Calculation.objects.update(created_at=timezone.now() - timedelta(days=settings.KEEP_DAYS, seconds=1))
    assert client.get(reverse(LIST)).context["rows"] == []
    keep(client, facility_energy_kwh="15", it_energy_kwh="10")
    assert [kept.value for kept in Calculation.objects.all()] == [1.5]


def test_there_is_an_end_to_what_one_keeps(client: Client, monkeypatch):
    monkeypatch.setattr(queries, "KEPT", 2)
    keep(client)
    keep(client)
    response = keep(client)
    assert response.status_code == 400
    assert "You keep 2 calculations already." in response.content.decode()
    assert Calculation.objects.count() == 2


def test_what_is_too_long_is_not_kept(client: Client):
    numbers = "[" + ", ".join(["1.2"] * 5000) + "]"
    response = keep(client, "weighted_pue_ratio", centre_pue_ratio=numbers, centre_energy_kwh=numbers)
    assert response.status_code == 400
    assert "The inputs have more than 20,000 signs." in response.content.decode()
    assert Calculation.objects.count() == 0


def test_a_method_that_is_gone_still_shows_what_was_kept(client: Client):
    keep(client)
    Calculation.objects.update(method="gone_ratio", title="<b>An old method")
    page = client.get(reverse(LIST)).content.decode()
    assert "&lt;b&gt;An old method" in page
    assert "/methods/gone_ratio/" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_whatever_its_length(client: Client, count: int):
    for _ in range(count):
        keep(client)
    with CaptureQueriesContext(
        connection,
    ) as taken:
        page = client.get(reverse(LIST))
    assert len(page.context["rows"]) == count
    assert len(taken) == 2  # the session, the rows
