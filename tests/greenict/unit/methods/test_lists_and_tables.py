"""Lists and tables of any length and any numbers: a finite value or a clear refusal, never NaN."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import GreenictError
from greenict.methods.arguments import Kind
from greenict.methods.catalogue import catalogue

TOPICS = {
    "data_centre_report",
    "network_equipment",
    "mobile_networks",
    "water",
    "leakage",
    "water_networks",
    "smart_systems",
    "smart_grids",
    "buildings",
    "transport",
    "adaptation",
    "adaptation_cost",
    "procurement",
}
METHODS = [
    method
    for method in catalogue().values()
    if method.topic in TOPICS and any(one.kind in {Kind.LIST, Kind.TABLE} for one in method.arguments)
]
numbers = st.floats() | st.sampled_from([0.0, 1.0, -1.0, 100.0, 1e300, 5e-324])


def drawn(data, argument, value):
    if argument.kind is Kind.LIST:
        length = data.draw(st.sampled_from([len(value), 0, 1, 2, 24]))
        return data.draw(st.lists(numbers, min_size=length, max_size=length))
    if argument.kind is Kind.TABLE:
        return {name: data.draw(numbers) for name in value}
    return value


@pytest.mark.filterwarnings("error::RuntimeWarning")
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_finite_value_or_a_clear_refusal(data):
    method = data.draw(st.sampled_from(METHODS))
    inputs = dict(method.example.inputs)
    chosen = data.draw(st.sampled_from([one for one in method.arguments if one.name in inputs]))
    inputs[chosen.name] = drawn(data, chosen, inputs[chosen.name])
    try:
        value = method.compute(**inputs)
    except GreenictError:
        return
    assert isinstance(value, str) or np.isfinite(value)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_an_empty_list_or_table_is_refused(method):
    for argument in method.arguments:
        if argument.kind in {Kind.LIST, Kind.TABLE}:
            empty = [] if argument.kind is Kind.LIST else {}
            with pytest.raises(GreenictError, match=argument.name):
                method.compute(**{**method.example.inputs, argument.name: empty})
