"""The six languages of the Union, and which of them the pages speak already."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language: its code in addresses, its own name, its direction and its CLDR locale."""

    code: str
    name: str
    direction: str
    locale: str
    ready: bool


ALL = (
    Language("en", "English", "ltr", "en", ready=True),
    Language("fr", "Français", "ltr", "fr", ready=True),
    Language("ar", "العربية", "rtl", "ar", ready=True),
    Language("zh-hans", "中文", "ltr", "zh_Hans", ready=False),
    Language("ru", "Русский", "ltr", "ru", ready=False),
    Language("es", "Español", "ltr", "es", ready=False),
)
READY = tuple(language for language in ALL if language.ready)
SOURCE = ALL[0]


def of(code: str | None) -> Language:
    """The language with this code; English where the code is not one of ours."""
    return next((language for language in ALL if language.code == code), SOURCE)
