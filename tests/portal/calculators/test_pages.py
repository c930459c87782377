"""The catalogue and the page of a method: reading, refusing, languages, hostile words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from greenict_portal.calculators import engine, method_pages, names
from greenict_portal.foundation import languages

if TYPE_CHECKING:
    from django.http import HttpResponse

PUE = {"facility_energy_kwh": "13000000", "it_energy_kwh": "10000000"}
LANGUAGES = [language.code for language in languages.READY]


class Page(HTMLParser):
    """The parts of a page that the tests look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.html: dict[str, str | None] = {}
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.fields: dict[str, dict[str, str | None]] = {}
        self.described: list[str] = []
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "html":
            self.html = named
        self._script = tag == "script"
        if tag == "style" or "style" in named or any(name.startswith("on") for name in named):
            self.inline.append(tag)
        self.addresses += [named[name] or "" for name in ("src", "href", "action") if name in named]
        self.ids += [named["id"] or ""] if "id" in named else []
        self.described += (named.get("aria-describedby") or "").split()
        if tag in {"input", "select", "textarea"} and "id" in named:
            self.fields[named["id"] or ""] = named

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.inline.append("script")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._script = False


def ask(client: Client, name: str = "pue_ratio", **inputs: str) -> HttpResponse:
    return client.get(reverse("calculators:method", args=[name]), inputs)


def words(response: HttpResponse) -> str:
    """The words of a page, without its marks."""
    text = re.sub(r"<[^>]*>", "", response.content.decode())
    return " ".join(text.replace("&nbsp;", " ").split())


def test_the_catalogue_counts_every_method_by_topic(client: Client):
    page = client.get(reverse("calculators:catalogue")).context
    assert page["count"] == len(engine.catalogue())
    assert sum(each["count"] for each in page["topics"]) == len(engine.catalogue())
    assert page["methods"] == []


def test_a_topic_lists_its_methods_and_no_others(client: Client):
    page = client.get(reverse("calculators:catalogue"), {"topic": "devices"})
    wanted = [name for name, method in engine.catalogue().items() if method.topic == "devices"]
    assert [each["method"].id for each in page.context["methods"]] == wanted
    linked = [address for address in Page(page.content.decode()).addresses if "/methods/" in address]
    assert [reverse("calculators:method", args=[name]) for name in wanted] == [
        address
        for address in linked
        if address.endswith("/") and address != "/en/methods/" and "?" not in address
    ]


@pytest.mark.parametrize(
    ("question", "first"), [("PUE", "pue_ratio"), ("usage effectiveness power", "pue_ratio"), ("wue", "wue")]
)
def test_a_search_finds_what_says_all_the_words(client: Client, question: str, first: str):
    found = client.get(reverse("calculators:catalogue"), {"q": question}).context["methods"]
    assert any(each["method"].id.startswith(first) for each in found[:3])


def test_a_search_that_finds_nothing_says_so_and_is_escaped(client: Client):
    response = client.get(reverse("calculators:catalogue"), {"q": "<script>alert(1)</script>"})
    assert "No method says all these words." in words(response)
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize(
    "address", ["methods/no_such_method/", "methods/?topic=nowhere", "methods/pue_ratio/x"]
)
def test_what_is_not_there_is_no_page(client: Client, address: str):
    assert client.get(f"/en/{address}").status_code == 404


def test_a_method_shows_its_form_and_waits(client: Client):
    response = ask(client)
    page = Page(response.content.decode())
    assert list(page.fields) == ["facility_energy_kwh", "it_energy_kwh"]
    assert page.fields["facility_energy_kwh"]["placeholder"] == "13000000"
    assert response.context["answer"] is None
    assert "It appears here when the inputs are filled in." in words(response)


def test_a_result_has_value_inputs_source_and_command(client: Client):
    response = ask(client, **PUE)
    answer = response.context["answer"]
    assert [(each.exact, each.text) for each in answer.figures] == [("1.3", "1.3")]
    assert [(each.name, each.figures[0].text, each.figures[0].unit) for each in answer.inputs] == [
        ("facility_energy_kwh", "13,000,000", "kWh"),
        ("it_energy_kwh", "10,000,000", "kWh"),
    ]
    assert answer.command == "greenict calc pue_ratio facility_energy_kwh=13000000 it_energy_kwh=10000000"
    assert engine.find("pue_ratio").source in words(response)


def test_a_command_is_quoted_for_the_shell(client: Client):
    method = engine.find("life_cycle_stage_percent")
    answer = ask(client, method.id, **engine.example_texts(method)).context["answer"]
    assert 'stage_ghg_kg:=\'{"raw_materials": 30, ' in answer.command


def test_defaults_are_named_with_their_source(client: Client):
    answer = ask(client, "embodied_ghg_kg_per_year", embodied_ghg_kg="300", lifetime_years="4").context[
        "answer"
    ]
    taken = [(each.name, each.figures[0].text, each.source) for each in answer.inputs if each.defaulted]
    assert taken == [("quantity_pieces", "1", "no figure: it counts once")]


def test_a_range_gives_a_range(client: Client):
    response = ask(client, "embodied_ghg_kg_per_year", embodied_ghg_kg="300", lifetime_years="4..8")
    answer = response.context["answer"]
    assert (answer.figures[0].text, answer.range.text, answer.range.up_to) == ("50", "37.5", "75")
    assert "Range: 37.5 to 75 kg CO₂e/yr" in words(response)


def test_five_ranges_are_one_too_many(client: Client):
    method = engine.find("cloud_embodied_ghg_kg")
    asked = {
        name: f"{text}..{text}.5" if "." not in text else f"{text}..40"
        for name, text in engine.example_texts(method).items()
    }
    assert len(asked) > 4
    response = ask(client, method.id, **asked)
    assert response.context["answer"] is None
    assert "give at most 4 inputs as ranges" in words(response)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3,5", 3.5), ("0,125", 0.125), ("٣٫٥", 3.5), (" 3.5 ", 3.5), ("35e-1", 3.5), ("3,0..4,0", 3.5)],
)
def test_a_number_is_read_as_people_write_it(client: Client, text: str, value: float):
    response = ask(client, facility_energy_kwh=text, it_energy_kwh="1")
    assert response.context["form"].given.values["facility_energy_kwh"] == value


@pytest.mark.parametrize("text", ["1,250", "1,250,000", "1 250", "many", "-1", "1e999", "0"])
def test_a_number_that_may_mean_two_things_is_refused(client: Client, text: str):
    response = ask(client, facility_energy_kwh=text, it_energy_kwh="1")
    mend = response.context["form"].fields[0].mend
    assert mend == f"“{text}” cannot be taken here. Give a number above 0."
    page = Page(response.content.decode())
    assert page.fields["facility_energy_kwh"]["aria-invalid"] == "true"
    assert "aria-invalid" not in page.fields["it_energy_kwh"]
    assert set(page.described) <= set(page.ids)


def test_every_field_that_is_refused_says_so_at_once(client: Client):
    fields = ask(client, facility_energy_kwh="x", it_energy_kwh="").context["form"].fields
    assert [field.mend for field in fields] == [
        "“x” cannot be taken here. Give a number above 0.",
        "A value is needed here: a number above 0.",
    ]


def test_what_the_formula_refuses_stands_at_its_field(client: Client):
    fields = ask(client, facility_energy_kwh="1", it_energy_kwh="2").context["form"].fields
    assert [field.library_says for field in fields] == [
        "",
        "it_energy_kwh = 2.0: give at most facility_energy_kwh, which includes it",
    ]


def test_a_text_that_is_none_of_the_choices_is_refused_at_its_field(client: Client):
    form = ask(client, "server_production_ghg_kg", case="shoe box").context["form"]
    assert form.fields[[field.name for field in form.fields].index("case")].mend == (
        "“shoe box” cannot be taken here. Give one of the list."
    )


def test_an_entry_of_a_list_is_named(client: Client):
    method = engine.find("weighted_pue_ratio")
    asked = {**engine.example_texts(method), "centre_pue_ratio": "[1.2, 0.5]"}
    field = ask(client, method.id, **asked).context["form"].first_refused
    assert field.name == "centre_pue_ratio"
    assert "entry 2" in field.library_says


def test_a_word_in_the_address_that_is_no_input_is_said(client: Client):
    response = ask(client, **PUE, colour="<b>red")
    assert "The address holds “colour”" in words(response)
    assert response.context["answer"].question == "facility_energy_kwh=13000000&it_energy_kwh=10000000"


@pytest.mark.parametrize("at", ["value", "name"])
def test_hostile_words_are_escaped(client: Client, at: str):
    hostile = '"><script>alert(1)</script>'
    asked = {**PUE, "it_energy_kwh": hostile} if at == "value" else {**PUE, hostile: "1"}
    response = client.get(reverse("calculators:method", args=["pue_ratio"]), asked)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert Page(response.content.decode()).inline == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "address",
    [
        "methods/",
        "methods/?topic=waste",
        "methods/pue_ratio/",
        "methods/pue_ratio/?facility_energy_kwh=13&it_energy_kwh=1..2",
        "methods/pue_ratio/?facility_energy_kwh=x",
        "calculations/",
        "api/",
    ],
)
@pytest.mark.django_db
def test_every_page_says_its_language_and_keeps_the_policy(client: Client, language: str, address: str):
    response = client.get(f"/{language}/{address}")
    page = Page(response.content.decode())
    assert response.status_code == 200
    assert page.html == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    assert page.inline == []
    assert {urlsplit(found).netloc for found in page.addresses} <= {"", "testserver"}
    assert len(page.ids) == len(set(page.ids))
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_library_words_stand_as_english_on_an_arabic_page(client: Client):
    text = client.get("/ar/methods/pue_ratio/").content.decode()
    method = engine.find("pue_ratio")
    assert f'<h1 class="method"><bdi lang="en" dir="ltr">{method.title}</bdi></h1>' in text
    assert "عدد أكبر من 0" in text
    assert "مراكز البيانات" in text


def test_every_topic_is_translated():
    assert [title for title in engine.TOPICS.values() if title not in names.TOPIC_TITLES] == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (0.05, "0.05"), (1e-9, "1E-9"), (1234.5678, "1,234.57"), (-1e20, "-1E20"), (2e6, "2,000,000")],
)
def test_a_figure_has_six_digits(value: float, shown: str):
    assert method_pages.exact_number(value) == shown


def test_reading_asks_the_database_nothing_and_starts_no_session(client: Client):
    # No database is allowed in this test: a query would fail it.
    for address in ("methods/", "methods/?q=energy", "methods/pue_ratio/", "api/"):
        assert client.get(f"/en/{address}").status_code == 200
    ask(client, **PUE)
    assert "session" not in client.cookies


def test_a_page_is_cheap_in_bytes(client: Client):
    assert len(client.get("/en/methods/").content) < 40_000
    assert len(ask(client, **PUE).content) < 20_000


@override_settings(UPLOADS_PER_HOUR=0)
def test_pages_are_not_counted_as_uploads(client: Client):
    assert settings.UPLOADS_PER_HOUR == 0
    assert ask(client, **PUE).status_code == 200


def test_a_search_longer_than_200_signs_is_cut(client: Client):
    response = client.get("/en/methods/", {"q": "e" * 100_000})
    assert (response.status_code, response.context["words"]) == (200, "e" * 200)
