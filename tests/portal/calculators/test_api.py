"""The API: the catalogue, one method, its computing, and refusals as problems (RFC 9457)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client, override_settings

from greenict_portal.calculators import engine
from greenict_portal.foundation import limits

if TYPE_CHECKING:
    from django.http import HttpResponse

PROBLEM = "application/problem+json"


def compute(client: Client, name: str = "pue_ratio", body: Any = None, **inputs: Any) -> HttpResponse:
    sent = body if body is not None else json.dumps({"inputs": inputs})
    return client.post(f"/api/v1/methods/{name}/compute", sent, content_type="application/json")


def problem(response: HttpResponse) -> dict[str, Any]:
    assert response.headers["Content-Type"] == PROBLEM
    said = json.loads(response.content)
    assert said["status"] == response.status_code
    assert {"type", "title", "detail"} <= set(said)
    return said


def test_the_list_names_every_method(client: Client):
    found = client.get("/api/v1/methods/").json()
    assert found["count"] == len(engine.catalogue())
    assert [each["id"] for each in found["methods"]] == [method.id for method in engine.search("")]
    assert set(found["methods"][0]) == {"id", "topic", "topic_title", "title", "unit"}


def test_the_list_is_narrowed_by_topic_and_words(client: Client):
    found = client.get("/api/v1/methods/", {"topic": "data_centres", "q": "PUE"}).json()["methods"]
    assert {each["topic"] for each in found} == {"data_centres"}
    assert "pue_ratio" in [each["id"] for each in found]
    assert client.get("/api/v1/methods/", {"topic": "nowhere"}).json() == {"count": 0, "methods": []}


def test_a_declaration_says_all(client: Client):
    said = client.get("/api/v1/methods/pue_ratio").json()
    assert said["unit"] == "ratio"
    assert [each["name"] for each in said["arguments"]] == ["facility_energy_kwh", "it_energy_kwh"]
    assert said["inputs_schema"]["required"] == ["facility_energy_kwh", "it_energy_kwh"]
    number = said["inputs_schema"]["properties"]["it_energy_kwh"]["anyOf"][0]
    assert number == {"type": "number", "exclusiveMinimum": 0.0}
    assert said["example"]["inputs"] == {"facility_energy_kwh": 13_000_000, "it_energy_kwh": 10_000_000}


@pytest.mark.parametrize("name", list(engine.catalogue()))
def test_every_declaration_is_json(client: Client, name: str):
    response = client.get(f"/api/v1/methods/{name}")
    assert response.status_code == 200
    assert response.json()["id"] == name


def test_defaults_and_ranges_are_told_on_request(client: Client):
    body = {"inputs": {"embodied_ghg_kg": 300, "lifetime_years": "4..8"}, "defaults": True}
    said = compute(client, "embodied_ghg_kg_per_year", json.dumps(body)).json()
    assert (said["value"], said["range"]["low"], said["range"]["high"]) == (50.0, 37.5, 75.0)
    assert said["defaults"]["quantity_pieces"]["value"] == 1
    assert "defaults" not in compute(client, facility_energy_kwh=13, it_energy_kwh=10).json()


def test_a_column_gives_a_column(client: Client):
    said = compute(client, facility_energy_kwh=[13, 15], it_energy_kwh=10).json()
    assert said["value"] == [1.3, 1.5]


@pytest.mark.parametrize(
    ("inputs", "argument", "value"),
    [
        ({"facility_energy_kwh": -1, "it_energy_kwh": 1}, "facility_energy_kwh", -1),
        ({"facility_energy_kwh": 1, "it_energy_kwh": 2}, "it_energy_kwh", 2.0),
        ({"facility_energy_kwh": 1}, "it_energy_kwh", None),
        ({"facility_energy_kwh": "many", "it_energy_kwh": 1}, "facility_energy_kwh", "many"),
        ({"facility_energy_kwh": True, "it_energy_kwh": 1}, "facility_energy_kwh", True),
        ({"facility_energy_kwh": "1..x", "it_energy_kwh": 1}, "facility_energy_kwh", "x"),
        ({"facility_energy_kwh": 1, "it_energy_kwh": 1, "colour": 3}, "colour", None),
    ],
)
def test_a_refusal_names_argument_value_and_mend(client: Client, inputs: dict, argument: str, value: object):
    response = compute(client, **inputs)
    said = problem(response)
    assert response.status_code == 422
    assert (said["argument"], said.get("value")) == (argument, value)
    assert said["mend"]
    assert argument in said["detail"]


def test_a_text_that_is_none_of_the_choices_names_them(client: Client):
    said = problem(compute(client, "server_production_ghg_kg", case="shoe box", **_server()))
    assert (said["argument"], said["value"]) == ("case", "shoe box")
    assert "case_rack" in said["mend"]


def _server() -> dict[str, Any]:
    inputs = engine.find("server_production_ghg_kg").example.inputs
    return {name: value for name, value in inputs.items() if name != "case"}


@pytest.mark.parametrize("path", ["/api/v1/methods/pue", "/api/v1/methods/pue/compute"])
def test_an_unknown_method_is_not_found_and_likes_are_offered(client: Client, path: str):
    response = client.get(path) if path.endswith("pue") else compute(client, "pue")
    said = problem(response)
    assert response.status_code == 404
    assert "pue_ratio" in said["mend"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 422),
        ("{", 400),
        ("[]", 422),
        ("null", 422),
        ('{"inputs": 3}', 422),
        ('{"inputs": {}, "more": 1}', 422),
        ('{"inputs": {"facility_energy_kwh": NaN, "it_energy_kwh": 1}}', 422),
        ('{"inputs": {"facility_energy_kwh": 1e999, "it_energy_kwh": 1}}', 422),
        ('{"inputs": {"facility_energy_kwh": ' + "9" * 4000 + ', "it_energy_kwh": 1}}', 422),
        ('{"inputs": {"facility_energy_kwh": ' + "9" * 5000 + ', "it_energy_kwh": 1}}', 400),
        ('{"inputs": {"facility_energy_kwh": "\\ud800", "it_energy_kwh": 1}}', 422),
        ('{"inputs": {"\\ud800": 1}}', 422),
        ('{"inputs": {"a": ' + "[" * 90 + "]" * 90 + "}}", 422),
        ('{"inputs": {"a": ' + "[" * 90_000 + "]" * 90_000 + "}}", 400),
        (b"\xff\xfe", 400),
    ],
)
def test_a_body_that_is_no_question_is_a_problem(client: Client, body: str | bytes, status: int):
    response = compute(client, body=body)
    problem(response)
    assert response.status_code == status


def test_a_long_value_is_shortened(client: Client):
    said = problem(compute(client, facility_energy_kwh="x" * 10_000, it_energy_kwh=1))
    assert len(said["value"]) == 201
    assert len(said["detail"]) < 500


@override_settings(COMPUTATION_LIMIT_BYTES=100)
def test_a_body_that_is_too_large_is_refused_unread(client: Client):
    response = compute(client, facility_energy_kwh=[1] * 100, it_energy_kwh=1)
    assert response.status_code == 413
    problem(response)


@override_settings(COMPUTATIONS_PER_HOUR=2)
def test_too_many_computations_are_refused(client: Client):
    answers = [compute(client, facility_energy_kwh=13, it_energy_kwh=10) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "More than 2 requests" in problem(answers[2])["detail"]
    # Another address, and other kinds of requests, have counts of their own.
    assert client.get("/api/v1/methods/pue_ratio").status_code == 200
    other = Client(REMOTE_ADDR="192.0.2.7")
    assert compute(other, facility_energy_kwh=13, it_energy_kwh=10).status_code == 200


def test_counts_of_different_kinds_are_apart(rf):
    request = rf.get("/")
    assert [limits.within_the_hour(request, kind) for kind in ("a", "a", "b")] == [1, 2, 1]


def test_a_computation_needs_no_token_and_leaves_no_cookie():
    strict = Client(enforce_csrf_checks=True)
    response = compute(strict, facility_energy_kwh=13, it_energy_kwh=10)
    assert response.status_code == 200
    assert strict.cookies == {}


@pytest.mark.parametrize("verb", ["options", "post"])
def test_another_sites_page_may_not_read_the_answers(client: Client, verb: str):
    path = "/api/v1/methods/pue_ratio/compute"
    response = getattr(client, verb)(path, headers={"origin": "https://elsewhere.example"})
    assert not [name for name in response.headers if name.lower().startswith("access-control-")]


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/nothing", "/api/v1/docs"])
def test_an_address_that_is_not_there_is_a_problem(client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 404
    problem(response)


def test_the_wrong_verb_is_refused_and_the_right_one_named(client: Client):
    response = client.get("/api/v1/methods/pue_ratio/compute")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    problem(response)


def test_the_schema_is_openapi_3_1_with_one_operation_to_compute(client: Client):
    schema = client.get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    operations = {
        (verb, path): operation["operationId"]
        for path, verbs in schema["paths"].items()
        for verb, operation in verbs.items()
    }
    assert operations == {
        ("get", "/api/v1/methods/"): "list_methods",
        ("get", "/api/v1/methods/{method_id}"): "show_method",
        ("post", "/api/v1/methods/{method_id}/compute"): "compute_method",
    }
    answers = schema["paths"]["/api/v1/methods/{method_id}/compute"]["post"]["responses"]
    assert set(answers) == {"200", "400", "404", "413", "422", "429"}


def test_the_reference_page_names_every_operation(client: Client):
    text = client.get("/en/api/").content.decode()
    for path in ("GET /api/v1/methods/", "POST /api/v1/methods/{method_id}/compute"):
        assert f"<code>{path}</code>" in text
    assert "https://" not in text.replace("https://testserver", "")
