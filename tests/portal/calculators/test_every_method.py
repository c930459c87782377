"""Every method of the catalogue, on its page and over the API, with its worked example."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from django.urls import reverse

from greenict.cli.calc import calc
from greenict_portal.calculators import engine, method_pages

if TYPE_CHECKING:
    from django.test import Client

METHODS = list(engine.catalogue())


def _address(name: str) -> str:
    return reverse("calculators:method", args=[name])


@pytest.mark.parametrize("name", METHODS)
def test_the_worked_example_is_computed_on_the_page(client: Client, name: str):
    method = engine.find(name)
    response = client.get(f"{_address(name)}?{method_pages.example_question(method)}")
    page = unescape(response.content.decode())
    value = engine.plain(method.compute(**method.example.inputs))
    first = value[0] if isinstance(value, list) else value
    assert response.status_code == 200
    assert f'<data value="{engine.text_of(first)}">' in page
    assert "<math" in page
    assert response.context["form"].first_refused is None
    # What the page says to type is what it computed.
    assert response.context["answer"].command.startswith(f"greenict calc {name}")


@pytest.mark.parametrize("name", METHODS)
def test_the_permanent_address_gives_the_same_page(client: Client, name: str):
    method = engine.find(name)
    first = client.get(f"{_address(name)}?{method_pages.example_question(method)}").context["answer"]
    again = client.get(f"{_address(name)}?{first.question}").context["answer"]
    assert again == first


@pytest.mark.parametrize("name", METHODS)
def test_the_api_computes_what_the_command_computes(client: Client, name: str):
    inputs = {key: value for key, value in engine.find(name).example.inputs.items() if value is not None}
    response = client.post(
        f"/api/v1/methods/{name}/compute", {"inputs": inputs}, content_type="application/json"
    )
    kinds = {argument.name: argument.kind for argument in engine.find(name).arguments}
    words = [
        f"{key}={value}" if kinds[key] in {"text", "date"} else f"{key}:={json.dumps(value)}"
        for key, value in inputs.items()
    ]
    said = CliRunner().invoke(calc, [name, *words, "--format", "json"])
    assert said.exit_code == 0, said.output
    assert response.status_code == 200
    assert response.content.decode() == said.output.rstrip("\n")


@pytest.mark.parametrize("name", METHODS)
def test_an_empty_form_says_what_each_field_takes(client: Client, name: str):
    method = engine.find(name)
    if not any(argument.required for argument in method.arguments):
        return
    asked = dict.fromkeys((argument.name for argument in method.arguments), "")
    form = client.get(_address(name), asked).context["form"]
    refused = [field.name for field in form.fields if field.mend]
    assert refused == [argument.name for argument in method.arguments if argument.required]


HOSTILE = [
    "<script>alert(1)</script>",
    "-1e308",
    "1e308",
    "nan",
    "inf",
    "0",
    "[]",
    "{}",
    '["a"]',
    '{"": 0}',
    "[[1, 2], [3]]",
    "[1e308, 1e308]",
    '{"a": -1e308}',
    "9" * 400,
    "[" * 3000,
    "0000-00-00",
    "..",
    "1..",
    "\x00",
]


@pytest.mark.parametrize("name", METHODS)
def test_nothing_that_is_typed_breaks_a_page(client: Client, name: str):
    method = engine.find(name)
    whole = engine.example_texts(method)
    for at, argument in enumerate(method.arguments):
        text = HOSTILE[(at * 7 + len(name)) % len(HOSTILE)]
        for asked in ({**whole, argument.name: text}, dict.fromkeys(whole, text)):
            response = client.get(_address(name), asked)
            assert response.status_code == 200
            assert "<script>alert" not in response.content.decode()
