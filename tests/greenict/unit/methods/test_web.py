"""Visits of a page, mail, search, streaming and calls, against arithmetic done by hand."""

from __future__ import annotations

import pytest

from greenict.errors import BadArgument, UnknownName
from greenict.methods.catalogue import find


def of(name, **inputs):
    return find(name).compute(**inputs)


def test_a_visit_with_every_argument_set():
    value = of(
        "web_visit_ghg_g",
        page_data_mb=2,
        visits_pieces=1000,
        new_visitor_share=0.4,
        cached_share=0.5,
        green_hosting_share=0.25,
        data_centre_grid_ghg_g_per_kwh=400,
        network_grid_ghg_g_per_kwh=300,
        device_grid_ghg_g_per_kwh=200,
    )
    one_gb = 0.055 * 400 * 0.75 + 0.059 * 300 + 0.080 * 200 + 0.106 * 494
    assert value == pytest.approx(1000 * 0.002 * one_gb * (0.4 + 0.6 * 0.5), rel=1e-12)


def test_visits_that_are_all_new_are_the_data_itself():
    visit = of("web_visit_ghg_g", page_data_mb=1000, cached_share=0.9)
    assert visit == pytest.approx(of("web_ghg_g", transferred_data_gb=1), rel=1e-12)


def test_a_returning_visitor_with_everything_stored_costs_nothing():
    assert of("web_visit_ghg_g", page_data_mb=5, new_visitor_share=0, cached_share=1) == 0


@pytest.mark.parametrize(
    ("grams", "letter"),
    [
        (0, "A+"),
        (0.04, "A+"),
        (0.041, "A"),
        (0.145, "B"),
        (0.209, "C"),
        (0.278, "D"),
        (0.359, "E"),
        (0.36, "F"),
    ],
)
def test_classes_end_at_their_limits(grams, letter):
    assert of("web_page_class", view_ghg_g=grams) == letter


def test_a_mail_grows_with_size_recipients_and_years():
    one = of("email_ghg_g")
    assert of("email_ghg_g", mail_mb=2) > one
    assert of("email_ghg_g", recipients_persons=2) > one
    assert of("email_ghg_g", stored_years=20) > one
    assert of("email_ghg_g", sender_network="mobile Europe") > one


def test_a_mail_that_is_not_read_or_stored_is_its_writing_and_two_ways():
    value = of(
        "email_ghg_g",
        device="laptop",
        grid_ghg_g_per_kwh=0,
        stored_years=0,
        reading_minutes=0,
        sender_copies_pieces=0,
        recipient_copies_pieces=0,
        mails_pieces_per_day=1e12,
    )
    laptop_hour = (170000 + 12300 + 2790) / (365 * 5 * 3)
    assert value == pytest.approx(0.05 * laptop_hour + (2 * 9.26934695867389 + 2.59) / 1024, rel=1e-9)


def test_search_by_laptop_on_a_grid_without_ghg():
    value = of("web_search_ghg_g", device="laptop", grid_ghg_g_per_kwh=0, typing_minutes=0, pages_pieces=3)
    laptop_hour = (170000 + 12300 + 2790) / (365 * 5 * 3)
    moved = (0.015625 + 3 * 0.14111328125) / 1024 * 9.26934695867389
    assert value == pytest.approx(0.05 * laptop_hour + moved, rel=1e-3)  # servers' production is the rest


def test_a_stream_by_hand():
    television = (325000 + 3260 + 11900) / (365 * 8 * 3) + 65 / 1000 * 100
    hours, yearly_mwh = 167e6 * 730, 94000 + 357000
    servers = yearly_mwh / 1.3 * 1e6 / 8760 / 367 / hours / 5
    around = 0.0358 * 355000 + 1.468 * 367000 + 0.286 * 41200 + 0.68 * 187000 * 5 / 25
    centre = servers * (748000 + around) + 7 * yearly_mwh * 1000 / (hours * 1.9) * 100
    value = of(
        "streaming_ghg_g",
        duration_hours=2,
        quality="4K",
        device="television",
        network="mobile France",
        grid_ghg_g_per_kwh=100,
    )
    assert value == pytest.approx(2 * (television + 7 * 24.6836791969497 + centre), rel=1e-12)


def test_calls_agree_with_the_form_that_takes_its_factors():
    chosen = of("video_meeting_ghg_g", terminals_pieces=2, duration_hours=1)
    given = of(
        "video_call_ghg_g",
        terminals_pieces=2,
        duration_hours=1,
        terminal_embodied_ghg_g_per_hour=33.80639269406393,
        terminal_power_w=26.5,
        grid_ghg_g_per_kwh=51.9,
        call_data_gb_per_hour=0.7,
        network_ghg_g_per_gb=9.26934695867389,
    )
    assert chosen == pytest.approx(given, rel=1e-9)


def test_what_is_refused():
    with pytest.raises(UnknownName, match="device"):
        of("email_ghg_g", device="typewriter")
    with pytest.raises(BadArgument, match="mail_mb"):
        of("email_ghg_g", mail_mb=-1)
    with pytest.raises(BadArgument, match="cached_share"):
        of("web_visit_ghg_g", page_data_mb=1, cached_share=1.5)
