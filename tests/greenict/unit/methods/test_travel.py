"""Distances, trips by tier and by mode, meetings, hubs and events held from afar."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find
from greenict.methods.constants import shipped_rows

latitudes, longitudes = st.floats(-90, 90), st.floats(-180, 180)
HALF_ROUND_KM = np.pi * 6371.0088


def of(name, **inputs):
    return find(name).compute(**inputs)


def distance(one, other):
    return of(
        "great_circle_km",
        origin_latitude_deg=one[0],
        origin_longitude_deg=one[1],
        venue_latitude_deg=other[0],
        venue_longitude_deg=other[1],
    )


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0, 0), (0, 180), HALF_ROUND_KM),
        ((90, 0), (-90, 55), HALF_ROUND_KM),
        ((0, 179), (0, -179), HALF_ROUND_KM / 90),
        ((45, 7), (45, 7), 0),
        ((90, 0), (90, 120), 0),
    ],
)
def test_great_circles(one, other, km):
    assert distance(one, other) == pytest.approx(km, abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.tuples(latitudes, longitudes), st.tuples(latitudes, longitudes))
def test_a_distance_is_the_same_both_ways_and_on_the_globe(one, other):
    there = distance(one, other)
    assert there == pytest.approx(distance(other, one), abs=1e-6)
    assert 0 <= there <= HALF_ROUND_KM + 1e-6


@pytest.mark.parametrize(
    ("tiers", "km", "factor"),
    [
        ("AGU", 399.9, 0.06),
        ("AGU", 400, 0.20),
        ("AGU", 1500, 0.25),
        ("AGU", 8000, 0.30),
        ("SIGPLAN", 784, 0.14735 * 1.891),
        ("SIGPLAN", 785, 0.08728 * 1.891),
        ("SIGPLAN", 3700, 0.07761 * 1.891),
        ("CoolEffect", 481, 0.14106),
        ("CoolEffect", 482, 0.08513),
        ("CoolEffect", 3700, 0.10439),
        ("ADEME", 1000, 0.224572),
        ("ADEME", 1001, 0.184661),
        ("ADEME", 2001, 0.166794),
    ],
)
def test_tiers_at_their_edges(tiers, km, factor):
    value = of("trip_ghg_kg", distance_km=km, tier_set=tiers, ways_pieces=1)
    assert value == pytest.approx(km * factor, rel=1e-12)


def test_class_and_forcing_multiply_flights_only():
    inputs = {
        "tier_set": "AGU",
        "class_ratio": 3,
        "forcing_ratio": 2,
        "travellers_persons": 5,
        "ways_pieces": 1,
    }
    assert of("trip_ghg_kg", distance_km=100, **inputs) == pytest.approx(5 * 100 * 0.06)
    assert of("trip_ghg_kg", distance_km=1000, **inputs) == pytest.approx(5 * 1000 * 0.20 * 6)


def test_forcing_can_be_taken_out_and_put_in():
    plain = of("trip_ghg_kg", distance_km=500, tier_set="SIGPLAN", forcing_ratio=1)
    assert plain == pytest.approx(2 * 500 * 0.14735)
    forced = of("trip_ghg_kg", distance_km=500, tier_set="CoolEffect", forcing_ratio=1.891)
    assert forced == pytest.approx(2 * 500 * 0.08513 * 1.891)


@pytest.mark.parametrize(
    ("mode", "boundary", "km", "factor"),
    [
        ("plane", "whole", 900, 0.224572),
        ("plane", "whole", 1900, 0.184661),
        ("plane", "use", 2100, 0.0915),
        ("plane", "use and vehicle", 2100, 0.0915 + 0.000294),
        ("plane up to 1000 km", "whole", 5000, 0.224572),
        ("electric car", "use", 10, 0.0198),
        ("electric car", "whole", 10, 0.1034),
    ],
)
def test_modes(mode, boundary, km, factor):
    value = of("mode_trip_ghg_kg", distance_km=km, mode=mode, boundary=boundary, travellers_persons=3)
    assert value == pytest.approx(3 * 2 * km * factor, rel=1e-9)


@pytest.mark.parametrize("name", ["mode_trip_ghg_kg", "participant_travel_ghg_kg"])
def test_the_choices_of_mode_are_those_of_the_table(name):
    (argument,) = (one for one in find(name).arguments if one.name == "mode")
    table = {row["mode"] for row in shipped_rows("travel_ademe.csv")}
    assert set(argument.choices) - {"by distance", "plane"} == table
    with pytest.raises(UnknownName, match="choose one of"):
        argument.read("zeppelin")


PLACES = {
    "origin_latitude_deg": [52.2, 35.69, -33.87],
    "origin_longitude_deg": [0.12, 139.69, 151.21],
    "travellers_persons": [10, 20, 5],
}


def test_a_meeting_is_the_sum_of_its_participants():
    venue = {"venue_latitude_deg": 48.21, "venue_longitude_deg": 16.37}
    meeting = of("meeting_travel_ghg_kg", **PLACES, **venue, class_ratio=1.5)
    columns = {name: np.array(values) for name, values in PLACES.items()}
    each = of("participant_travel_ghg_kg", **columns, **venue, class_ratio=1.5)
    assert meeting == pytest.approx(float(np.sum(each)), rel=1e-12)


def test_a_class_on_a_train_is_refused():
    with pytest.raises(BadArgument, match="class_ratio"):
        of(
            "participant_travel_ghg_kg",
            origin_latitude_deg=0,
            origin_longitude_deg=0,
            venue_latitude_deg=1,
            venue_longitude_deg=1,
            mode="tram",
            class_ratio=2,
        )


def test_more_hubs_never_raise_the_distance_and_a_hub_at_home_costs_nothing():
    one = of("hubs_travel_ghg_kg", **PLACES, hub_latitude_deg=[48.21], hub_longitude_deg=[16.37])
    two = of(
        "hubs_travel_ghg_kg", **PLACES, hub_latitude_deg=[48.21, 35.69], hub_longitude_deg=[16.37, 139.69]
    )
    meeting = of("meeting_travel_ghg_kg", **PLACES, venue_latitude_deg=48.21, venue_longitude_deg=16.37)
    assert one == pytest.approx(meeting, rel=1e-12)
    assert two < one
    home = of(
        "hubs_travel_ghg_kg",
        **PLACES,
        hub_latitude_deg=PLACES["origin_latitude_deg"],
        hub_longitude_deg=PLACES["origin_longitude_deg"],
    )
    assert home == pytest.approx(0, abs=1e-6)


def test_whoever_lives_far_from_every_hub_stays_at_home():
    near = of(
        "hubs_travel_ghg_kg",
        **PLACES,
        hub_latitude_deg=[48.21],
        hub_longitude_deg=[16.37],
        virtual_beyond_km=4000,
    )
    first = {name: values[:1] for name, values in PLACES.items()}
    assert near == pytest.approx(
        of("meeting_travel_ghg_kg", **first, venue_latitude_deg=48.21, venue_longitude_deg=16.37)
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 20000), st.integers(1, 500)), min_size=1, max_size=8),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_more_virtual_participants_never_raise_the_travel(places, one, other):
    km, persons = [place[0] for place in places], [place[1] for place in places]

    def travel(share):
        return of(
            "distances_travel_ghg_kg", trip_distance_km=km, travellers_persons=persons, virtual_share=share
        )

    assert travel(max(one, other)) <= travel(min(one, other)) + 1e-6
    assert travel(1) == pytest.approx(0, abs=1e-6)


def test_lists_of_different_length_are_refused():
    with pytest.raises(BadArgument, match="travellers_persons"):
        of("distances_travel_ghg_kg", trip_distance_km=[1, 2], travellers_persons=[1])


@pytest.mark.parametrize(
    ("name", "inputs", "expected"),
    [
        (
            "stay_ghg_kg",
            {
                "guests_persons": 10,
                "stay_nights_per_person": 2,
                "hotel_ghg_kg_per_night": 7,
                "meals_ghg_kg_per_person": 3,
                "venue_energy_kwh": 100,
                "grid_ghg_kg_per_kwh": 0.4,
            },
            210,
        ),
        (
            "virtual_meeting_ghg_kg",
            {
                "participants_persons": 2,
                "attended_hours_per_person": 5,
                "device_power_w": 100,
                "grid_ghg_kg_per_kwh": 0.5,
                "stream_gb_per_hour": 2,
                "network_energy_kwh_per_gb": 0.1,
                "device_embodied_ghg_g_per_hour": 50,
                "servers_ghg_kg": 1,
            },
            3.0,
        ),
        (
            "meeting_avoided_ghg_kg",
            {"travel_ghg_kg": 10, "stay_ghg_kg": 5, "virtual_ghg_kg": 18, "rebound_ghg_kg": 1},
            -4,
        ),
        ("virtual_saving_percent", {"onsite_ghg_kg": 50, "mixed_ghg_kg": 60}, -20),
        (
            "travel_distance_pkm",
            {"trip_distance_km": [10, 20], "travellers_persons": [1, 2], "ways_pieces": 1},
            50,
        ),
    ],
)
def test_by_hand(name, inputs, expected):
    assert of(name, **inputs) == pytest.approx(expected, rel=1e-12)
