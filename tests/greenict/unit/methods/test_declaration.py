"""What a formula's signature and docstring must say, and how inputs are read."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.arguments import Bound, Kind
from greenict.methods.catalogue import TOPICS, catalogue, find
from greenict.methods.declaration import Quantity, declaration
from greenict.methods.docstring import entries, sections


def spent_energy_kwh(*, power_kw: Quantity, duration_hours: Quantity = 2.0) -> Quantity:
    """Energy of a power over hours.

    Parameters
    ----------
    power_kw : kW, > 0
        power
        drawn
    duration_hours : h, 0 to 24
        hours

    Returns
    -------
    kWh
        energy

    Equation
    --------
    E = P * t

    Validity
    --------
    Anywhere.

    Raises
    ------
    Nothing.

    Source
    ------
    Arithmetic.

    Status
    ------
    D

    Examples
    --------
    >>> round(spent_energy_kwh(power_kw=2, duration_hours=3), 1)
    6
    """
    return power_kw * duration_hours


def changed(old: str, new: str):
    def spent_energy_kwh(*, power_kw: Quantity, duration_hours: Quantity = 2.0) -> Quantity:
        return power_kw * duration_hours

    spent_energy_kwh.__doc__ = (globals()["spent_energy_kwh"].__doc__ or "").replace(old, new)
    assert spent_energy_kwh.__doc__ != globals()["spent_energy_kwh"].__doc__
    return spent_energy_kwh


def test_a_formula_becomes_a_method():
    method = declaration(spent_energy_kwh)
    assert (method.id, method.title, method.unit) == (
        "spent_energy_kwh",
        "Energy of a power over hours",
        "kWh",
    )
    assert (method.quantity, method.equation, method.source, method.status) == (
        "energy",
        "E = P * t",
        "Arithmetic.",
        "D",
    )
    power, duration = method.arguments
    assert (power.kind, power.unit, power.required, power.meaning) == (Kind.NUMBER, "kW", True, "power drawn")
    assert power.bound == Bound(lower=0.0, lower_is_out=True)
    assert (duration.required, duration.default, duration.bound) == (False, 2.0, Bound(0.0, 24.0))
    assert method.example.inputs == {"power_kw": 2, "duration_hours": 3}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("    E = P * t\n", "", "lacks Equation"),
        ("Source\n    ------", "Origin\n    ------", "lacks Source"),
        ("power_kw : kW", "power_kw : W", "docstring says W"),
        ("    kWh\n        energy", "    MWh\n        energy", "docstring says MWh"),
        ("power_kw : kW, > 0", "power_kw : kW, positive", "no bound"),
        ("power_kw : kW", "current_kw : kW", "not those of the signature"),
        ("power_kw : kW", "power_kw : list of kW", "is a number in the signature"),
        (">>> round(spent_energy_kwh(power_kw=2, duration_hours=3), 1)", ">>> 6", "does not call it"),
    ],
)
def test_a_mistake_in_the_docstring_is_found(old, new, complaint):
    with pytest.raises(ValueError, match=complaint):
        declaration(changed(old, new))


def test_a_default_says_where_it_comes_from():
    stated = declaration(
        changed(
            "Source\n    ------",
            "Defaults\n    --------\n    duration_hours\n        a survey\n\n    Source\n    ------",
        )
    )
    power, duration = stated.arguments
    assert (duration.default_source, stated.source_of_default(duration)) == ("a survey", "a survey")
    assert stated.source_of_default(power) == ""
    plain = declaration(spent_energy_kwh)
    assert plain.source_of_default(plain.arguments[1]) == "as the method: Arithmetic."
    wrong = changed(
        "Source\n    ------",
        "Defaults\n    --------\n    power_kw\n        a survey\n\n    Source\n    ------",
    )
    with pytest.raises(ValueError, match="Defaults names power_kw, which has no default"):
        declaration(wrong)
    gas = find("gas_ghg_kg")
    said = {argument.name: gas.source_of_default(argument) for argument in gas.arguments}
    assert said["gwp_set"] == "a choice of the method, no figure"
    assert said["gas_mass_kg"] == "no figure: it counts once"


def test_the_equation_is_typeset():
    assert "<mi>E</mi><mo>=</mo>" in declaration(spent_energy_kwh).equation_mathml


def test_defaults_fill_what_is_not_given():
    assert declaration(spent_energy_kwh).read({"power_kw": 3}) == {"power_kw": 3.0, "duration_hours": 2.0}


@pytest.mark.parametrize(
    ("inputs", "error", "message"),
    [
        ({}, BadArgument, "power_kw = None: missing; give power drawn"),
        ({"power_kw": 0}, BadArgument, r"power_kw = 0: give a finite number \(kW\), above 0"),
        ({"power_kw": 1, "duration_hours": 25}, BadArgument, "duration_hours = 25: .*from 0 to 24"),
        ({"power_kw": float("nan")}, BadArgument, "power_kw = nan"),
        ({"power_kw": "2"}, BadArgument, "power_kw = '2'"),
        ({"power_kw": True}, BadArgument, "power_kw = True"),
        ({"power_kw": 10**400}, BadArgument, "power_kw"),
        ({"power_kw": [[1, 2], [3, 4]]}, BadArgument, "flat column"),
        ({"power_kw": [[1], [3, 4]]}, BadArgument, "power_kw"),
        ({"power_kw": [1, -1]}, BadArgument, "above 0"),
        ({"power_kw": [1, 2], "duration_hours": [1, 2, 3]}, BadArgument, "equally long"),
        ({"power": 1}, UnknownName, "its arguments are power_kw, duration_hours"),
    ],
)
def test_bad_inputs_are_refused_by_name(inputs, error, message):
    with pytest.raises(error, match=message):
        declaration(spent_energy_kwh).compute(**inputs)


def test_a_column_gives_a_column_and_mixes_with_a_number():
    value = declaration(spent_energy_kwh).compute(power_kw=np.array([1.0, 2.0]), duration_hours=3)
    assert value.tolist() == [3.0, 6.0]


def test_a_result_beyond_all_numbers_is_refused():
    with pytest.raises(BadArgument, match="no finite number"):
        declaration(spent_energy_kwh).compute(power_kw=1e308, duration_hours=24)


def test_text_date_list_and_table_are_read():
    by_age = find("waste_generated_t")
    assert by_age.read({"placed_t": (1, 2), "shape_ratio": 1.5, "scale_years": 6})["placed_t"].tolist() == [
        1,
        2,
    ]
    rest = {"placed_t": [1], "shape_ratio": 1.5, "scale_years": 6}
    assert by_age.read({**rest, "discretisation": "Conserving"})["discretisation"] == "conserving"
    with pytest.raises(UnknownName, match="choose one of midpoint, conserving"):
        by_age.read({**rest, "discretisation": "exact"})
    for bad in (3, "1,2", [], [[1]], {"a": 1}, [1, None]):
        with pytest.raises(BadArgument, match="placed_t"):
            by_age.read({**rest, "placed_t": bad})
    with pytest.raises(BadArgument, match="no column"):
        by_age.read({**rest, "scale_years": [6, 7]})
    split = find("cluster_split_t")
    for bad in ([1, 2], {}, {"0304": "x"}, {"0304": -1}, {"0304": [1]}):
        with pytest.raises(BadArgument, match="placed_t"):
            split.read({"cluster_t": 1, "placed_t": bad, "unu_key": "0304"})
    lifespan = find("device_lifespan_years")
    read = lifespan.read({"purchase": "2020-07-08", "retirement": date(2024, 11, 20)})
    assert read == {"purchase": date(2020, 7, 8), "retirement": date(2024, 11, 20)}
    with pytest.raises(BadArgument, match="year-month-day"):
        lifespan.read({"purchase": "8 July 2020", "retirement": "2024-11-20"})


def test_sections_and_entries():
    parts = sections("Title.\n\nOne\n---\na : kW, > 0\n    first\n    line\n\nTwo\n---\ntext\n")
    assert parts == {"": "Title.", "One": "a : kW, > 0\n    first\n    line", "Two": "text"}
    assert entries(parts["One"]) == {"a": ("kW, > 0", "first line")}


def test_every_topic_has_methods_and_an_unknown_name_offers_close_ones():
    assert {method.topic for method in catalogue().values()} == set(TOPICS)
    with pytest.raises(UnknownName, match="did you mean pue_ratio"):
        find("pue")
    with pytest.raises(UnknownName, match="pue_ratio"):
        find("pue_ratoi")
