"""The report as tagged PDF (PDF/UA-1), set by Typst.

The page goes to Typst as JSON, so no text of a user is ever read as markup. Latin and Arabic letters are
in the fonts that Typst carries; for others the machine's fonts are asked. A character for which there is
no font at all is written as its code point, because a box on paper and a gap read aloud are worse.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

import typst

from greenict.report.blocks import Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

STANDARD: Literal["ua-1"] = "ua-1"
NO_SHAPE = "could not be displayed"
TRIAL = (
    b'#set document(title: "trial")\n'
    b'#set text(font: ("Libertinus Serif", "Noto Naskh Arabic", "Noto Sans Arabic", "DejaVu Sans", "DejaVu Sans Mono"))\n'
    b'#sys.inputs.texts.split("\\n").map(one => [#one]).join(linebreak())'
)
WORD = re.compile(r"\S+")
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
    last = page.sections[-1]
    note = Paragraph(page.code_points, quiet=True)
    noted = replace(page, sections=[*page.sections[:-1], replace(last, blocks=[*last.blocks, note])])
    plain = asdict(noted)
    has_shapes = partial(_has_shapes, typst.Compiler())
    words = sorted({word for text in _texts(plain) for word in WORD.findall(text) if not word.isascii()})
    spelt = {word: _spelt(word, has_shapes) for word in _without_shape(words, has_shapes)}
    return json.dumps(_respelt(plain, spelt), ensure_ascii=False)


def _without_shape(texts: list[str], has_shapes: Callable[[list[str]], bool]) -> list[str]:
    """The texts that cannot be set, found by halving."""
    if not texts or has_shapes(texts):
        return []
    if len(texts) == 1:
        return texts
    half = len(texts) // 2
    return _without_shape(texts[:half], has_shapes) + _without_shape(texts[half:], has_shapes)


def _spelt(word: str, has_shapes: Callable[[list[str]], bool]) -> str:
    """A word with code points for the letters that no font has, or for all where only their union fails."""
    letters = sorted({letter for letter in word if not letter.isascii()})
    alone = word.translate(_code_points(_without_shape(letters, has_shapes)))
    return alone if has_shapes([alone]) else word.translate(_code_points(letters))


def _code_points(letters: list[str]) -> dict[int, str]:
    return {ord(letter): f"U+{ord(letter):04X} " for letter in letters}


def _has_shapes(compiler: typst.Compiler, texts: list[str]) -> bool:
    """Whether all of some texts can be set; a compiler keeps its fonts over many trials."""
    try:
        compiler.compile(
            TRIAL, sys_inputs={"texts": "\n".join(texts)}, format="pdf", pdf_standards=[STANDARD]
        )
    except typst.TypstError as error:
        if NO_SHAPE in error.message:
            return False
        raise
    return True


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _texts(part)]


def _respelt(value: Any, spelt: dict[str, str]) -> Any:
    if isinstance(value, str):
        return WORD.sub(lambda word: spelt.get(word[0], word[0]), value)
    if isinstance(value, dict):
        return {key: _respelt(part, spelt) for key, part in value.items()}
    return [_respelt(part, spelt) for part in value] if isinstance(value, list) else value
