from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import ngettext

from greenict_portal.foundation import bare_text, catalogues, languages

if TYPE_CHECKING:
    from pathlib import Path

CSS = catalogues.PACKAGE / "foundation" / "static" / "foundation" / "site.css"
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|float|clear"
    r"|(?:min-|max-)?(?:width|height)|text-align\s*:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*[:;]"
)


def test_every_message_is_translated_and_no_template_has_bare_text():
    assert catalogues.problems() == []


def test_the_style_sheet_knows_no_left_and_no_right():
    sheet = re.sub(
        r"@media[^{]*", "", re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    assert PHYSICAL.findall(sheet) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>{% trans 'Hello' %}</p>", []),
        ("<p>Hello</p>", [(1, "Hello")]),
        ("<p>\n{{ name }} said</p>", [(1, "said")]),
        ("<img alt='A tree'>", [(1, "tree")]),
        ("<input placeholder='{% trans 'Name' %}'>", []),
        ("<bdi>CSV</bdi> {# a note #} GreenICT", []),
        ("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", []),
    ],
)
def test_bare_text_is_found(source: str, found: list[tuple[int, str]]):
    assert bare_text.in_text(source) == found


@pytest.mark.parametrize(
    ("entry", "trouble"),
    [
        ('msgid "Year"\nmsgstr "Année"\n', []),
        ('msgid "Year"\nmsgstr ""\n', ["untranslated: 'Year'"]),
        ('#, fuzzy\nmsgid "Year"\nmsgstr "Année"\n', ["fuzzy: 'Year'"]),
        ('msgid "%(a)s years"\nmsgstr "%(b)s ans"\n', ["placeholders ['b'] instead of ['a']: '%(b)s ans'"]),
        ('msgid "%(a)s years"\nmsgstr "ans"\n', ["placeholders [] instead of ['a']: 'ans'"]),
        (
            'msgid "%(a)s row"\nmsgid_plural "%(a)s rows"\nmsgstr[0] "une ligne"\nmsgstr[1] "%(a)s lignes"\n',
            [],
        ),
        (
            'msgid "%(a)s row"\nmsgid_plural "%(a)s rows"\nmsgstr[0] "une ligne"\nmsgstr[1] "lignes"\n',
            ["placeholders [] instead of ['a']: 'lignes'"],
        ),
    ],
)
def test_a_broken_translation_is_found(tmp_path: Path, entry: str, trouble: list[str]):
    path = tmp_path / "django.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n' + entry, encoding="utf-8"
    )
    with path.open("rb") as file:
        catalogue = read_po(file, locale="fr")
    french = languages.of("fr")
    assert [
        said for each in catalogue if each.id for said in catalogues.entry_problems(each, french)
    ] == trouble


def test_arabic_has_its_six_plurals():
    with translation.override("ar"):
        said = [
            ngettext("%(shown)s line", "%(shown)s lines", n) % {"shown": n} for n in (0, 1, 2, 3, 11, 100)
        ]
    assert said == ["لا أسطر", "سطر واحد", "سطران", "3 أسطر", "11 سطرًا", "100 سطر"]


def test_a_catalogue_is_compiled_again_only_when_it_changed():
    catalogues.compile_catalogues()
    assert catalogues.compile_catalogues() == []


def test_updating_what_is_up_to_date_changes_nothing():
    kept = {language.code: catalogues.path_of(language).read_bytes() for language in catalogues.TRANSLATED}
    catalogues.update()
    assert {
        language.code: catalogues.path_of(language).read_bytes() for language in catalogues.TRANSLATED
    } == kept


def test_the_six_languages_have_their_directions():
    assert {language.code: (language.direction, language.ready) for language in languages.ALL} == {
        "en": ("ltr", True),
        "fr": ("ltr", True),
        "ar": ("rtl", True),
        "zh-hans": ("ltr", False),
        "ru": ("ltr", False),
        "es": ("ltr", False),
    }
