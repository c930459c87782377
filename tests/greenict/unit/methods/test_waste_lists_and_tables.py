"""E-waste, materials and goods: lists and tables of any numbers end in a finite value, a text or a clear refusal."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import GreenictError
from greenict.methods.arguments import Kind
from greenict.methods.catalogue import catalogue
from greenict.methods.passport import problems

TOPICS = {
    *("goods", "footprint", "quality", "equipment_keys", "put_on_market", "waste_cleaning", "waste"),
    *("collection", "hazardous", "materials", "repair", "circularity", "passport"),
}
METHODS = [method for method in catalogue().values() if method.topic in TOPICS]
WITH_MANY = [m for m in METHODS if any(one.kind in {Kind.LIST, Kind.TABLE} for one in m.arguments)]
WITH_TEXT = [m for m in METHODS if any(one.kind is Kind.TEXT for one in m.arguments)]
numbers = st.floats() | st.sampled_from([0.0, 1.0, 100.0, 2015.0, 1e300, 5e-324])
by_id = {"ids": lambda method: method.id}


def drawn(data, argument, value):
    if argument.kind is Kind.NUMBER and value is not None:
        return data.draw(st.just(value) | numbers)
    if argument.kind is Kind.LIST:
        return data.draw(st.lists(numbers, min_size=1, max_size=len(value) + 1))
    if argument.kind is Kind.TABLE:
        return {key: data.draw(numbers) for key in value}
    return value


@pytest.mark.parametrize("method", WITH_MANY, **by_id)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_lists_and_tables(method, data):
    inputs = method.read(method.example.inputs)
    inputs = {one.name: drawn(data, one, inputs[one.name]) for one in method.arguments}
    try:
        value = method.compute(**inputs)
    except GreenictError:
        return
    assert isinstance(value, str) or np.isfinite(value)


@pytest.mark.parametrize("method", WITH_TEXT, **by_id)
@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=12))
def test_any_text_is_answered_or_refused(method, text):
    inputs = method.read(method.example.inputs)
    for argument in method.arguments:
        if argument.kind is Kind.TEXT:
            try:
                value = method.compute(**{**inputs, argument.name: text})
            except GreenictError:
                continue
            assert isinstance(value, str) or np.isfinite(value)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["schema_version", "product", "evidence", "materials", "mass_g", "name", "climate"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(json_values)
def test_any_json_is_a_passport_or_says_why_not(content):
    assert all(": " in problem for problem in problems(content))


def test_a_number_of_any_length_is_read():
    product = {"identifier": "1", "name": "P", "manufacturer": "M", "mass_g": json.loads("1" + "0" * 400)}
    evidence = {"issuer": "M", "issued_on": "2026-01-15"}
    passport = {"schema_version": "1", "product": product, "evidence": evidence}
    assert problems(passport) == ["product.mass_g: give a finite number"]
