"""Text in a template that no translator would see.

A template's tags and variables are taken out, with everything between `blocktranslate` and its end;
what is left is read as HTML, and every word in it, or in an attribute that people read, is bare.
Names that are the same in every language stand inside `<bdi>` or `<code>`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
COMMENT = re.compile(r"{%\s*comment\b.*?{%\s*endcomment\s*%}|{#.*?#}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
READ_ATTRIBUTES = {"title", "alt", "placeholder", "aria-label", "aria-description", "content"}
SAME_EVERYWHERE = {"bdi", "code", "script", "style"}
NEVER_BARE = {"GreenICT"}


class _Reader(HTMLParser):
    """Collects the bare words of one template with their lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, str]] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SAME_EVERYWHERE:
            self._inside.append(tag)
        if tag == "meta":
            return
        for name, value in attrs:
            if name in READ_ATTRIBUTES and value:
                self._note(value)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self._note(data)

    def _note(self, text: str) -> None:
        words = [word for word in WORD.findall(text) if word not in NEVER_BARE]
        if words:
            self.found.append((self.getpos()[0], " ".join(words)))


def in_text(source: str) -> list[tuple[int, str]]:
    """The bare words of a template, with their lines."""
    for pattern in (COMMENT, BLOCK, TAG):
        source = pattern.sub(lambda gone: "\n" * gone.group().count("\n"), source)
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.found


def in_templates(package: Path) -> list[str]:
    """The bare words of every template below a folder, as complaints."""
    return [
        f"{path.relative_to(package).as_posix()}:{line}: bare text {words!r}"
        for path in sorted(package.rglob("templates/**/*.html"))
        for line, words in in_text(path.read_text(encoding="utf-8"))
    ]
