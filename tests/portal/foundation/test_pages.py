"""What holds for every page, in every language."""

from __future__ import annotations

import gzip
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from greenict_portal.assessments import queries
from greenict_portal.foundation import catalogues, failures, languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from greenict_portal.assessments.models import Assessment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("example")]

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Page(HTMLParser):
    """The parts of a page that the tests look at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.html: dict[str, str | None] = {}
        self.inline: list[str] = []
        self.addresses: list[str] = []
        self.alternates: dict[str, str] = {}
        self.headings: list[str] = []
        self._script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "html":
            self.html = named
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(tag)
        self._script = tag == "script"
        if tag == "style" or "style" in named or any(name.startswith("on") for name in named):
            self.inline.append(tag)
        self.addresses += [named[name] or "" for name in ("src", "href", "action") if name in named]
        if named.get("rel") == "alternate":
            self.alternates[named["hreflang"] or ""] = named["href"] or ""

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.inline.append("script")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._script = False


def addresses(
    client: Client, sender: Callable[..., Assessment], assessor: Callable[..., Assessment], bad: bytes
) -> dict[str, str]:
    done = assessor(client)
    return {
        "front": reverse("assessments:front"),
        "about": reverse("assessments:about"),
        "start": reverse("assessments:start"),
        "example": reverse("assessments:example"),
        "example_explain": reverse("assessments:example_explain"),
        "checked": reverse("assessments:assessment", args=[sender(client, bad).pk]),
        "done": reverse("assessments:assessment", args=[done.pk]),
        "explain": reverse("assessments:explain", args=[done.pk]) + "?category=water_use&stage=use",
        "stopped": reverse("assessments:assessment", args=[sender(client, b"no,table\n1,2\n").pk]),
        "nothing": "/en/nothing/",
    }


@pytest.mark.parametrize("language", [language.code for language in languages.READY])
def test_every_page_says_its_language_and_keeps_the_policy(
    client: Client, sender, assessor, with_bad_rows: bytes, language: str
):
    for name, address in addresses(client, sender, assessor, with_bad_rows).items():
        response = client.get(address.replace("/en/", f"/{language}/", 1))
        assert response.status_code == (404 if name == "nothing" else 200), name
        page = Page(response.content.decode())
        assert page.html == {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}, name
        assert page.inline == [], name
        assert {urlsplit(found).netloc for found in page.addresses} <= {"", "testserver"}, name
        assert set(page.alternates) == {"en", "fr", "ar"}, name
        assert page.headings[0] == "h1", name
        assert page.headings.count("h1") == 1, name
        assert set(response.headers["Content-Security-Policy"].split("; ")) == POLICY, name
        assert {header: response.headers[header] for header in HEADERS} == HEADERS, name


def test_a_language_keeps_the_page_and_its_question(client: Client):
    response = client.get("/en/example/?category=water_use")
    assert Page(response.content.decode()).alternates == {
        code: f"http://testserver/{code}/example/?category=water_use" for code in ("en", "fr", "ar")
    }


@pytest.mark.parametrize(
    ("wanted", "address"),
    [("fr-CH, en;q=0.5", "/fr/"), ("ar", "/ar/"), ("de", "/en/"), ("", "/en/")],
)
def test_the_root_leads_to_the_language_of_the_browser(client: Client, wanted: str, address: str):
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, response.headers["Location"]) == (302, address)


def test_reading_starts_no_session(client: Client):
    for name in ("front", "about", "start", "example"):
        client.get(reverse(f"assessments:{name}"))
    assert "session" not in client.cookies


def test_a_form_without_its_token_is_refused():
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("assessments:start"), {"profile": "l1410", "decimal": "."})
    assert response.status_code == 403
    assert "The form had no valid token." in response.content.decode()


@pytest.mark.parametrize(
    ("page", "status", "heading"),
    [
        (failures.bad_request, 400, "لا"),
        (failures.forbidden, 403, "هذا غير مسموح"),
        (failures.not_found, 404, "لا شيء هنا"),
        (failures.broken, 500, "حدث عطل من جهتنا"),
    ],
)
def test_failures_speak_the_language_of_the_page(rf, page, status: int, heading: str):
    request = rf.get("/ar/")
    with translation.override("ar"):
        response = page(request)
    text = response.content.decode()
    assert response.status_code == status
    assert Page(text).html == {"lang": "ar", "dir": "rtl"}
    assert heading in text


def test_a_broken_page_is_a_page_of_ours(monkeypatch):
    def broken() -> None:
        raise RuntimeError

    monkeypatch.setattr(queries, "front_page", broken)
    response = Client(raise_request_exception=False).get("/en/")
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()


def test_a_first_visit_is_light(client: Client):
    static = catalogues.PACKAGE / "foundation" / "static" / "foundation"
    packed = {path.suffix: len(gzip.compress(path.read_bytes())) for path in static.iterdir()}
    for name in ("front", "start", "example"):
        page = len(gzip.compress(client.get(reverse(f"assessments:{name}")).content))
        assert page <= 14_000, name
        assert page + sum(packed.values()) <= 100_000, name
    assert packed[".js"] <= 20_000
    assert packed[".css"] <= 15_000


def test_a_name_that_is_not_ours_is_refused_with_a_page(client: Client):
    response = client.get("/en/", headers={"host": "elsewhere.example"})
    text = response.content.decode()
    assert response.status_code == 400
    assert "This request cannot be answered" in text
    assert "elsewhere.example" not in text


def test_health_answers(client: Client):
    response = client.get("/health")
    assert (response.status_code, response.content) == (200, b"ok")
