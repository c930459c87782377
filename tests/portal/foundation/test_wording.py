from __future__ import annotations

import pytest
from django.utils import translation

from greenict_portal.foundation import wording

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ITU-T L.1410: goods", f'<bdi dir="ltr" class="code">ITU-T{NBSP}L.1410</bdi>: goods'),
        ("by GHG Protocol", f'by <bdi dir="ltr" class="code">GHG{NBSP}Protocol</bdi>'),
        ("no code", "no code"),
        ("<b>", "&lt;b&gt;"),
        ("", ""),
    ],
)
def test_a_code_is_isolated_and_what_follows_is_not(text: str, said: str):
    assert wording.with_codes(text) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ar", wording.Foreign("Methane"), '<bdi lang="en" dir="ltr">Methane</bdi>'),
        ("en", wording.Foreign("Methane"), "<bdi>Methane</bdi>"),
        ("ar", "ميثان", "<bdi>ميثان</bdi>"),
        ("ar", wording.Foreign("<b>"), '<bdi lang="en" dir="ltr">&lt;b&gt;</bdi>'),
    ],
)
def test_only_english_on_another_page_is_marked(language: str, text: str, said: str):
    with translation.override(language):
        assert wording.worded(text) == said
