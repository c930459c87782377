"""The report as tagged PDF (PDF/UA-1), set by Typst.

The page goes to Typst as JSON, so no text of a user is ever read as markup. Latin and Arabic letters are
in the fonts that Typst carries; for others the machine's fonts are asked. A character for which there is
no font at all is written as its code point, because a box on paper and a gap read aloud are worse.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from typing import Any

from greenict.report.blocks import Page, Paragraph, Section

STANDARD = "ua-1"
NO_SHAPE = "could not be displayed"
WITH_OWN_FONTS = ("en", "fr")  # languages that need no font of the machine, and are the same bytes everywhere


def pdf_bytes(page: Page) -> bytes:
    """The page as PDF; the same bytes for the same page and fonts."""
    content = json.dumps(asdict(page), ensure_ascii=False)
    if page.language in WITH_OWN_FONTS:
        made = _set(content, system_fonts=False)
        if made is not None:
            return made
    made = _set(content, system_fonts=True)
    if made is None:
        made = _set(_with_code_points(page), system_fonts=True)
    if made is None:
        raise AssertionError("a page of characters that all have a shape was refused for one that has none")
    return made


def _set(content: str, *, system_fonts: bool) -> bytes | None:
    """The PDF of a page; None where a character has no shape in the fonts."""
    import typst  # noqa: PLC0415 - slow to import, and only PDF needs it

    try:
        made = typst.compile(
            files("greenict.report").joinpath("data/report.typ").read_bytes(),
            format="pdf",
            sys_inputs={"page": content},
            pdf_standards=[STANDARD],
            ignore_system_fonts=not system_fonts,
            timestamp=0,
        )
    except typst.TypstError as error:
        if NO_SHAPE in error.message:
            return None
        raise
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single PDF")
    return made


def _with_code_points(page: Page) -> str:
    """The page with a note, and with code points for the characters that no font has."""
    noted = replace(page, sections=[*page.sections, Section("fonts", "", [])])
    last = page.sections[-1]
    note = Paragraph(page.code_points, quiet=True)
    noted = replace(page, sections=[*page.sections[:-1], replace(last, blocks=[*last.blocks, note])])
    plain = asdict(noted)
    letters = sorted({letter for text in _texts(plain) for letter in text if ord(letter) > 0x7F})
    missing = {ord(letter): f"U+{ord(letter):04X} " for letter in _without_shape(letters, _has_shapes)}
    return json.dumps(_mapped(plain, missing), ensure_ascii=False)


def _without_shape(letters: list[str], has_shapes: Callable[[str], bool]) -> list[str]:
    """The letters that no font has, found by halving."""
    if not letters or has_shapes("\n".join(letters)):
        return []
    if len(letters) == 1:
        return letters
    half = len(letters) // 2
    return _without_shape(letters[:half], has_shapes) + _without_shape(letters[half:], has_shapes)


def _has_shapes(letters: str) -> bool:
    """Whether every one of some letters can be set."""
    import typst  # noqa: PLC0415 - as above

    try:
        _prober().compile(sys_inputs={"letters": letters}, format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError as error:
        if NO_SHAPE in error.message:
            return False
        raise
    return True


@cache
def _prober() -> Any:
    """A compiler that keeps its fonts, for many small trials."""
    import typst  # noqa: PLC0415 - as above

    return typst.Compiler(
        b'#set document(title: "letters")\n'
        b'#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"))\n'
        b'#sys.inputs.letters.split("\\n").map(letter => [#letter]).join(linebreak())'
    )


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _texts(part)]


def _mapped(value: Any, letters: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(letters)
    if isinstance(value, dict):
        return {key: _mapped(part, letters) for key, part in value.items()}
    return [_mapped(part, letters) for part in value] if isinstance(value, list) else value
