"""The library's words on the pages: bad rows and their mends, items, the two factors of a product, the spread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import translation

from greenict_portal.assessments import engine, item_words, names, rule_words
from greenict_portal.foundation.wording import Foreign

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

ISOLATE, END, NBSP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}", "\N{NO-BREAK SPACE}"
BAD = b"""item;quantity;country;year;lifetime_years;annual_energy_kwh
laptop;12,5;FRA;2022;4;30
lapptop;3;FRA;2022;4;30
laptop;3;Frnce;2022;4;30
laptop;;FRA;2022;4;30
laptop;3;FRA;2022.5;4;30
laptop;3;FRA;2022;400;30
laptop;3;FRA;2022;4;1e12
laptop;3;FRA;2022;4;30
"""


def _address(made, name: str, language: str = "en") -> str:
    with translation.override(language):
        return reverse(f"assessments:{name}", args=[made.pk])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_bad_row_is_said_in_the_language_of_the_page(client: Client, sender, language: str):
    made = sender(client, BAD)
    context = client.get(_address(made, "assessment", language)).context
    assert len(context["bad"]) == made.bad_count == 7
    for row in context["bad"]:
        for key in ("rule", "mend"):
            said = row[f"{key}_words"]
            assert said
            assert not isinstance(said, Foreign), row
            assert said != row[key]


def test_in_english_a_bad_row_is_said_as_the_library_says_it(client: Client, sender):
    context = client.get(_address(sender(client, BAD), "assessment")).context
    bare = str.maketrans({ISOLATE: "", END: "", NBSP: " "})
    said = [(row["rule_words"], row["mend_words"].translate(bare)) for row in context["bad"]]
    assert said == [
        ("is no number", context["bad"][0]["mend"]),
        ("is in no factor set", "did you mean laptop?"),
        ("is no country", "did you mean france?"),
        ("is missing", "give how many, in the item's unit (pieces, kWh, GB)"),
        ("is no whole number", "give a whole number between 1950 and 2100"),
        ("is out of bounds", "give a value between 0.01 and 100 years"),
        ("is out of bounds", "give a value between 0 and 1,000,000,000 kWh"),
    ]


def test_a_sentence_that_is_not_known_stays_english_and_says_so():
    with translation.override("ar"):
        assert isinstance(rule_words.rule("is a new rule"), Foreign)
        assert isinstance(rule_words.mend("do a new thing"), Foreign)


def test_every_rule_of_an_inventory_is_known():
    rules = {rule.name: rule.mend for rule in engine.INVENTORY.rules if rule.name}
    unknown = [
        said
        for said, words in [(name, rule_words.rule(name)) for name in rules]
        + [(mend, rule_words.mend(mend)) for mend in rules.values()]
        if isinstance(words, Foreign)
    ]
    assert unknown == []


def test_decimal_commas_are_offered_where_they_would_help(client: Client, sender):
    sentence = "Some numbers are written with a decimal comma"
    made = sender(client, BAD)
    page = client.get(_address(made, "assessment")).content.decode()
    assert sentence in page
    assert 'href="/en/assess/?decimal=comma"' in page
    assert client.get("/en/assess/?decimal=comma").context["form"]["decimal"].value() == ","
    assert client.get("/en/assess/").context["form"]["decimal"].value() == "."
    worded = sender(client, b"item,quantity\nlaptop,many\n")
    assert sentence not in client.get(_address(worded, "assessment")).content.decode()


def test_own_factor_sets_are_said_to_be_for_the_command_line(client: Client, sender):
    sentence = "Factor sets of your own are for the command line only."
    assert sentence in client.get("/en/assess/").content.decode()
    assert sentence in client.get(_address(sender(client, BAD), "assessment")).content.decode()
    good = sender(client)
    assert sentence not in client.get(_address(good, "assessment")).content.decode()


def test_rows_become_cards_without_losing_their_roles(client: Client, sender):
    page = client.get(_address(sender(client, BAD), "assessment")).content.decode()
    table = re.search(r'<table class="as-cards" role="table">.*?</table>', page, re.DOTALL)
    assert table is not None
    heads = re.findall(r'role="columnheader"[^>]*>([^<]*)<', table[0])
    assert heads == ["Row", "Column", "Value", "What is wrong", "How to mend it"]
    assert re.findall(r'role="cell"[^>]*data-label="([^"]*)"', table[0]) == heads * 7


def test_both_factors_of_a_product_have_their_sources(client: Client, assessor):
    made = assessor(client, b"item,quantity,country,year,site\nserver_rack,4,FRA,2022,Oslo\n")
    response = client.get(_address(made, "explain"), {"category": "climate_change", "stage": "use"})
    product = next(row for row in response.context["contributions"] if row["via_factor"] is not None)
    assert product["is_factor"]
    page = response.content.decode()
    cell = re.search(r'data-label="Source"><div>(.*?)</div>', page, re.DOTALL)
    assert cell is not None
    words = re.sub(r"<[^>]*>", "", cell[1])
    assert words.index("kWh/piece/year") < words.index(product["via_source"]) < words.index(product["source"])


def test_the_spread_is_shared_out_among_factors_lines_and_interplay(client: Client, assessor):
    header = b"item,quantity,country,year,uncertainty_percent,site\n"
    made = assessor(client, header + b"server_rack,4,FRA,2022,30,Oslo\nlaptop,9,FRA,2022,30,Oslo\n")
    response = client.get(_address(made, "explain"), {"category": "climate_change"})
    rows = response.context["spread"]
    assert sum(row["share_of_variance"] for row in rows) == pytest.approx(1, abs=0.002)
    assert [row["words"] for row in rows if "words" in row] == [
        "Your own lines: their quantities and electricity",
        "Interplay: factors that are uncertain and multiplied with each other",
    ]
    assert all(row["item_name"] and row["stage_name"] and row["source"] for row in rows if "words" not in row)
    assert "What its uncertainty comes from" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "english", "said"),
    [
        ("laptop", "Laptop computer", "Ordinateur portable"),
        ("electricity", "", "Électricité du réseau"),
        (
            "unu_0303",
            "Laptops and tablets (UNU-KEY 0303)",
            "Ordinateurs portables et tablettes (UNU-KEY 0303)",
        ),
        ("laptop", "A laptop of our own", "A laptop of our own"),
        ("robot", "", "robot"),
    ],
)
def test_an_item_has_its_name_in_the_language_of_the_page(name: str, english: str, said: str):
    with translation.override("fr"):
        words = item_words.item(name, english)
    assert words == said
    assert isinstance(words, Foreign) == (said in {"A laptop of our own", "robot"})


def test_an_english_name_on_an_arabic_page_is_marked(client: Client, sender):
    made = sender(client, b"item,quantity,country,year\ngas_ch4,5,FRA,2022\nlaptop,5,FRA,2022\n")
    page = client.get(_address(made, "assessment", "ar")).content.decode()
    assert '<bdi lang="en" dir="ltr">Methane</bdi>' in page
    assert "<bdi>حاسوب محمول</bdi>" in page


def test_a_standard_keeps_its_code_together(client: Client, assessor):
    page = client.get(_address(assessor(client), "assessment", "ar")).content.decode()
    assert f'<bdi dir="ltr" class="code">ITU-T{NBSP}L.1410</bdi>: دورة حياة' in page
    form = client.get("/ar/assess/").content.decode()
    assert f"\N{LEFT-TO-RIGHT ISOLATE}ITU-T{NBSP}L.1410{END}: دورة حياة" in form


def test_columns_have_the_librarys_meaning():
    assert [name for name in names.COLUMNS if not engine.column_meaning(name)] == []


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Equipment sold before 2001 is not in it, so the first years are too low."),
        ("fr", "Les équipements vendus avant 2001 n&#x27;y sont pas"),
        ("ar", "المعدات المبيعة قبل عام 2001 غير داخلة فيه"),
    ],
)
def test_the_first_page_says_that_its_first_years_are_too_low(client: Client, language: str, sentence: str):
    page = client.get(f"/{language}/").content.decode().replace("'", "&#x27;")
    assert sentence in page
