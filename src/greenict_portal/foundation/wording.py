"""Words of another language, and codes such as "ITU-T L.1410", inside a sentence that may run the other way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

CODE = re.compile(r"(ITU-T\s[A-Z]\.\d+(?:\.\d+)*|GHG Protocol|ISO(?:/IEC)?\s\d+)")


class Foreign(str):
    """English that no translation stands for: a page marks it, so that it is read and set as English."""

    __slots__ = ()


def worded(text: str) -> SafeString:
    """A name on its own: isolated, and marked where it is English on a page of another language."""
    if isinstance(text, Foreign) and (get_language() or "en") != "en":
        return format_html('<bdi lang="en" dir="ltr">{}</bdi>', str(text))
    return format_html("<bdi>{}</bdi>", str(text))


def with_codes(text: str) -> SafeString:
    """A text whose codes keep together and keep their direction; what follows them, such as a colon, does not."""
    return format_html_join(
        "", "{}", ((_code(part) if CODE.fullmatch(part) else part,) for part in _parts(text))
    )


def with_codes_plain(text: str) -> str:
    """The same where no marks can stand, such as in an option: with the characters that Unicode has for it."""
    return "".join(
        f"\N{LEFT-TO-RIGHT ISOLATE}{_unbroken(part)}\N{POP DIRECTIONAL ISOLATE}"
        if CODE.fullmatch(part)
        else part
        for part in _parts(text)
    )


def _parts(text: str) -> list[str]:
    return [part for part in CODE.split(str(text)) if part]


def _code(code: str) -> SafeString:
    return format_html('<bdi dir="ltr" class="code">{}</bdi>', _unbroken(code))


def _unbroken(code: str) -> str:
    return "\N{NO-BREAK SPACE}".join(code.split())
