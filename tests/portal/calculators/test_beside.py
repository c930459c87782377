"""A calculation beside an assessment: carried by address, kept, listed, taken home; nobody else's is ever shown."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from greenict_portal.calculators import engine
from greenict_portal.calculators.beside import FIELD, Beside
from greenict_portal.calculators.models import Calculation

if TYPE_CHECKING:
    from django.http import HttpResponse

pytestmark = pytest.mark.django_db

ONE = "0f8fad5b-d9cb-469f-a165-70867728950e"
OTHER = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
PUE = {"facility_energy_kwh": "13", "it_energy_kwh": "10"}
LIST = "/en/calculations/"


def keep(client: Client, beside: str = ONE, facility: str = "13") -> HttpResponse:
    asked = {**PUE, "facility_energy_kwh": facility, "beside": beside}
    return client.post(reverse("calculators:keep", args=["pue_ratio"]), asked)


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def values(client: Client, address: str) -> list[float]:
    return [row["calculation"].value for row in client.get(address).context["rows"]]


def test_no_method_has_an_input_of_that_name():
    assert not [
        one.id for one in engine.catalogue().values() if FIELD in {each.name for each in one.arguments}
    ]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        (ONE, ONE),
        (ONE.upper(), ONE),
        ("", None),
        ("me", None),
        ("1", None),
        (ONE.replace("-", ""), None),
        ("{" + ONE + "}", None),
        ("urn:uuid:" + ONE, None),
        (ONE.replace("0", "٠"), None),
        (ONE + "&x=<script>", None),
    ],
)
def test_only_an_id_is_carried(said: str, read: str | None):
    assert Beside.read({"beside": said}).id == (UUID(read) if read else None)
    assert Beside.read({}).alone == Beside.read({}).further == ""


@pytest.mark.parametrize(
    ("address", "links"),
    [
        ("/en/methods/", [f'"?topic=waste&amp;beside={ONE}"', f'"/en/calculations/?beside={ONE}"']),
        (
            "/en/methods/?q=pue_ratio",
            [f'"/en/methods/pue_ratio/?beside={ONE}"', f'"/en/methods/?beside={ONE}"'],
        ),
        (
            "/en/methods/pue_ratio/",
            [f'it_energy_kwh=10000000&amp;beside={ONE}#answer"', f'"/en/calculations/?beside={ONE}"'],
        ),
    ],
)
def test_every_page_on_the_way_carries_it(client: Client, address: str, links: list[str]):
    mark = "&" if "?" in address else "?"
    if address.endswith("pue_ratio/"):
        address, mark = f"{address}?{'&'.join(f'{name}={value}' for name, value in PUE.items())}", "&"
    page = text(client, f"{address}{mark}beside={ONE}")
    for link in links:
        assert link in page, link
    assert f'<input type="hidden" name="beside" value="{ONE}">' in page
    assert f'href="/en/assessments/{ONE}/"' in page
    assert "never summed into its totals" in page
    assert "beside" not in text(client, f"{address}{mark}beside=nonsense").replace("beside=nonsense", "")


def test_the_button_says_what_it_does(client: Client):
    plain = client.get("/en/methods/pue_ratio/", PUE)
    page = client.get("/en/methods/pue_ratio/", {**PUE, "beside": ONE})
    assert "Add to my calculations" in plain.content.decode()
    assert "Add to my assessment" in page.content.decode()
    assert "Add to my calculations" not in page.content.decode()
    assert page.context["form"].unknown == []
    # The permanent address and the command are those of the result, wherever it stands.
    for part in ("question", "command"):
        assert getattr(page.context["answer"], part) == getattr(plain.context["answer"], part)


def test_it_alone_is_no_question(client: Client):
    page = client.get("/en/methods/pue_ratio/", {"beside": ONE})
    assert page.context["form"].is_asked is False
    assert page.context["form"].first_refused is None


def test_it_is_kept_and_leads_to_the_list(client: Client):
    assert keep(client).headers["Location"] == f"{LIST}?beside={ONE}"
    assert keep(client, beside="nonsense", facility="14").headers["Location"] == LIST
    assert list(Calculation.objects.order_by("value").values_list("value", "beside")) == [
        (1.3, UUID(ONE)),
        (1.4, None),
    ]
    assert Calculation.objects.first().asked.keys() == PUE.keys()


def test_what_is_refused_stays_beside(client: Client):
    response = keep(client, facility="many")
    assert response.status_code == 400
    assert f'name="beside" value="{ONE}"' in response.content.decode()
    assert Calculation.objects.count() == 0


def test_each_list_holds_its_own_and_the_list_of_all_leads_to_each(client: Client):
    keep(client)
    keep(client, OTHER, "15")
    keep(client, "", "17")
    assert values(client, f"{LIST}?beside={ONE}") == [1.3]
    assert values(client, f"{LIST}?beside={OTHER}") == [1.5]
    assert values(client, LIST) == values(client, f"{LIST}?beside=nonsense") == [1.7, 1.5, 1.3]
    page, everything = text(client, f"{LIST}?beside={ONE}"), text(client, LIST)
    assert page.count(f'href="/en/assessments/{ONE}/"') == 1
    assert "and are never summed into its totals" in page
    assert [everything.count(f'href="/en/assessments/{each}/"') for each in (ONE, OTHER)] == [1, 1]
    assert everything.count("Beside an assessment") == 2
    assert "Nothing is kept beside it yet." in text(Client(), f"{LIST}?beside={ONE}")


def test_the_files_hold_only_those_beside(client: Client):
    keep(client)
    keep(client, "", "15")
    page = text(client, f"{LIST}?beside={ONE}")
    assert f'href="/en/calculations/download/json?beside={ONE}"' in page
    rows = json.loads(client.get(f"/en/calculations/download/json?beside={ONE}").content)
    assert [(row["value"], row["beside"]) for row in rows] == [(1.3, ONE)]
    whole = client.get("/en/calculations/download/csv").content.decode("utf-8-sig")
    assert [(row["value"], row["beside"]) for row in csv.DictReader(io.StringIO(whole))] == [
        ("1.5", ""),
        ("1.3", ONE),
    ]
    some = client.get(f"/en/calculations/download/csv?beside={ONE}").content.decode("utf-8-sig")
    assert [row["value"] for row in csv.DictReader(io.StringIO(some))] == ["1.3"]


def test_deleting_beside_one_leaves_the_others(client: Client):
    for beside, facility in ((ONE, "13"), (ONE, "14"), (OTHER, "15"), ("", "17")):
        keep(client, beside, facility)
    first = Calculation.objects.get(value=1.3)
    answer = client.post(reverse("calculators:delete", args=[first.pk]), {"beside": ONE})
    assert answer.headers["Location"] == f"{LIST}?beside={ONE}"
    assert values(client, LIST) == [1.7, 1.5, 1.4]
    answer = client.post(reverse("calculators:delete_all"), {"beside": ONE})
    assert answer.headers["Location"] == f"{LIST}?beside={ONE}"
    assert values(client, LIST) == [1.7, 1.5]


def test_the_id_of_somebody_elses_assessment_shows_nothing_of_theirs(client: Client, sender):
    other = Client()
    theirs = sender(other, name="Secret plan")
    keep(other, str(theirs.pk))
    keep(client, "", "15")  # a viewer who owns something too
    address = f"{LIST}?beside={theirs.pk}"
    assert values(other, address) == [1.3]
    assert values(client, address) == []
    keep(client, str(theirs.pk), "17")
    assert (values(client, address), values(other, address)) == ([1.7], [1.3])
    for kind in ("csv", "json"):
        taken = client.get(f"/en/calculations/download/{kind}?beside={theirs.pk}").content
        assert b"1.7" in taken
        assert b"1.3" not in taken
    for page in (address, f"/en/methods/?beside={theirs.pk}", f"/en/methods/pue_ratio/?beside={theirs.pk}"):
        assert "Secret plan" not in text(client, page)
    assert client.get(f"/en/assessments/{theirs.pk}/").status_code == 404
    client.post(reverse("calculators:delete_all"), {"beside": str(theirs.pk)})
    assert (values(client, LIST), values(other, address)) == ([1.5], [1.3])


def test_an_assessment_that_is_deleted_leaves_its_calculations(client: Client, sender):
    mine = sender(client)
    keep(client, str(mine.pk))
    client.post(reverse("assessments:delete", args=[mine.pk]))
    assert values(client, f"{LIST}?beside={mine.pk}") == [1.3]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("address", [LIST, f"{LIST}?beside={ONE}"])
def test_the_lists_take_the_same_queries_whatever_their_length(client: Client, count: int, address: str):
    for _ in range(count):
        keep(client)
    with CaptureQueriesContext(connection) as taken:
        page = client.get(address)
    assert len(page.context["rows"]) == count
    assert len(taken) == 2  # the session, the rows


@pytest.mark.parametrize(("language", "says"), [("fr", "Ajouter à mon évaluation"), ("ar", "أضف إلى تقييمي")])
def test_it_is_said_in_every_language(client: Client, language: str, says: str):
    page = client.get(f"/{language}/methods/pue_ratio/", {**PUE, "beside": ONE}).content.decode()
    assert says in page
    assert f'href="/{language}/assessments/{ONE}/"' in page
