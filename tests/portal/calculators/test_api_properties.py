"""Whatever the inputs are, the API computes a finite value or says why not; it never breaks."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greenict_portal.calculators import engine

METHODS = list(engine.catalogue().values())
ODD = st.sampled_from([None, True, "x", "", [], {}, [None], {"a": None}, "\u0000", "1..2", 10**400, [[1]]])
EXTREME = [0, 1, -1, 0.5, 5e-324, 1e-300, 1e15, 1.7e308, -1e9, 12, 100, 1900, 2024]


def _numbers(argument: engine.Argument) -> st.SearchStrategy[float]:
    bound = argument.bound
    inside = [one for one in (*EXTREME, bound.lower, bound.upper) if bound.lower <= one <= bound.upper]
    return st.sampled_from(inside) | st.floats(allow_nan=False, allow_infinity=False)


def _values(argument: engine.Argument, example: Any) -> st.SearchStrategy[Any]:
    numbers = _numbers(argument)
    names = example if isinstance(example, dict) else ()
    kinds = {
        "number": numbers | st.lists(numbers, max_size=3),
        "list": st.lists(numbers, max_size=24),
        "table": st.dictionaries(st.sampled_from([*names, "a", "2005", ""]), numbers, max_size=4),
        "date": st.dates().map(str),
        "text": st.sampled_from([*argument.choices, "0306", "CH4", "x", "{}"]) | st.text(max_size=5),
    }
    return st.just(example) | kinds[argument.kind.value] | ODD


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    method = draw(st.sampled_from(METHODS))
    asked = {}
    for argument in method.arguments:
        if argument.required or draw(st.booleans()):
            asked[argument.name] = draw(_values(argument, method.example.inputs.get(argument.name)))
    return method.id, asked


@given(questions())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_answer_is_finite_or_a_reason(question: tuple[str, dict[str, Any]]):
    cache.clear()
    name, inputs = question
    response = Client().post(
        f"/api/v1/methods/{name}/compute", {"inputs": inputs}, content_type="application/json"
    )
    said = json.loads(response.content, parse_constant=pytest.fail)
    assert response.status_code in {200, 422}
    assert ("value" in said and said["method"] == name) if response.status_code == 200 else said["detail"]
