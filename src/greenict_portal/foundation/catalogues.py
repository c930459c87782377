"""Extracting, updating, compiling and checking the translations, without the gettext programs.

Babel reads the Python files; a template is first turned into the calls that it stands for.
`locale/<language>/LC_MESSAGES/django.po` is kept in the repository, the compiled `.mo` is not. An app that has a
folder `locale` of its own keeps its own messages there; the folder of the package holds those of all others.
"""

from __future__ import annotations

import re
import tempfile
from datetime import UTC, datetime
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from greenict_portal.foundation import bare_text, languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(__file__).resolve().parent.parent
LOCALE = PACKAGE / "locale"
TRANSLATED = tuple(language for language in languages.READY if language is not languages.SOURCE)
PLURALS = {
    "fr": (2, "(n > 1)"),
    "ar": (
        6,
        "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5)",
    ),
}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "lazy": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext_lazy": (1, 2),
}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
NOISE = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Report-Msgid',
    '"Last-Translator',
    '"Language-Team',
    '"Generated-By',
    '"Project-Id',
)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")

Found = tuple[int, "str | tuple[str, ...]", list[str], "str | None"]


def run(step: str) -> list[str]:
    """Do one step; return what is wrong, line by line."""
    if step == "extract":
        return [
            str(message.id) for folder in folders() for message in template_catalogue(folder) if message.id
        ]
    if step == "update":
        update()
        return []
    if step == "compile":
        compile_catalogues()
        return []
    return problems()


def folders() -> list[Path]:
    """The folders that keep translations: the package's own, then those of the apps that have one."""
    return [LOCALE, *sorted(PACKAGE.glob("*/locale"))]


def path_of(language: languages.Language, folder: Path = LOCALE) -> Path:
    """Where the translations into a language are kept."""
    return folder / language.locale / "LC_MESSAGES" / "django.po"


def template_catalogue(folder: Path = LOCALE) -> Catalog:
    """Every message that one folder keeps, with the places where it stands."""
    catalogue = Catalog(project="greenict", charset="utf-8", fuzzy=False)
    elsewhere = {other.parent for other in folders() if folder == LOCALE and other != LOCALE}
    for path in sorted(folder.parent.rglob("*")):
        if path.suffix not in {".py", ".html", ".txt"} or "migrations" in path.parts:
            continue
        if elsewhere.intersection(path.parents):
            continue
        place = path.relative_to(PACKAGE).as_posix()
        for line, message, comments, context in _messages(path):
            catalogue.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalogue


def _messages(path: Path) -> Iterator[Found]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # The calls stand where the tags stood; what surrounds them is blanked out, and so must its indentation be.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    found: Iterable[Found] = extract(
        "python", BytesIO(source.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
    )
    yield from found


def read(language: languages.Language, folder: Path = LOCALE) -> Catalog:
    """The translations into a language; an empty catalogue where there are none yet."""
    path = path_of(language, folder)
    if not path.is_file():
        return Catalog(locale=language.locale, project="greenict", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language.locale)


def update() -> None:
    """Bring the kept translations up to what the source says; nothing is guessed from a like message."""
    for folder in folders():
        wanted = template_catalogue(folder)
        for language in TRANSLATED:
            catalogue = read(language, folder)
            catalogue.update(wanted, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            write(catalogue, language, folder)


def write(catalogue: Catalog, language: languages.Language, folder: Path = LOCALE) -> None:
    """Keep the translations into a language; without dates and places, so that only words make a difference."""
    _set_plurals(catalogue, language)
    catalogue.header_comment = f"# GreenICT's pages: {language.name}."
    catalogue.creation_date = catalogue.revision_date = EPOCH
    path = path_of(language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = BytesIO()
    write_po(text, catalogue, width=110, no_location=True, sort_output=True)
    lines = text.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(NOISE)), encoding="utf-8")


def _set_plurals(catalogue: Catalog, language: languages.Language) -> None:
    """Use Django's plural rules: Babel's own table has an older one for Arabic, and a catalogue takes no other."""
    count, rule = PLURALS[language.code]
    catalogue.__dict__.update(_num_plurals=count, _plural_expr=rule)


def compile_catalogues() -> list[Path]:
    """Write the `.mo` of every language whose `.po` is newer; return what was written."""
    written = []
    for folder, language in product(folders(), TRANSLATED):
        source = path_of(language, folder)
        target = source.with_suffix(".mo")
        if not source.is_file():
            continue
        if target.is_file() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        # Written beside and renamed: several processes may compile at once, and one may be reading.
        with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as file:
            write_mo(file, read(language, folder))
        Path(file.name).replace(target)
        written.append(target)
    return written


def problems() -> list[str]:
    """Whatever keeps a page from being whole in every language."""
    found = bare_text.in_templates(PACKAGE)
    for folder in folders():
        wanted = {(message.context, message.id) for message in template_catalogue(folder) if message.id}
        for language in TRANSLATED:
            found += catalogue_problems(read(language, folder), wanted, language)
    return found


def catalogue_problems(
    catalogue: Catalog, wanted: set[tuple[str | None, Any]], language: languages.Language
) -> Iterator[str]:
    """What is wrong with the translations of one folder into one language."""
    known = {(message.context, message.id) for message in catalogue if message.id}
    for _context, message in sorted(wanted - known, key=str):
        yield f"{language.code}: not in the catalogue (run `messages update`): {message!r}"
    for _context, message in sorted(known - wanted, key=str):
        yield f"{language.code}: no longer in the source (run `messages update`): {message!r}"
    for entry in catalogue:
        if entry.id:
            yield from (f"{language.code}: {trouble}" for trouble in entry_problems(entry, language))


def entry_problems(entry: Message, language: languages.Language) -> Iterator[str]:
    """What is wrong with one translation."""
    forms = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
    sources = entry.id if isinstance(entry.id, (tuple, list)) else (entry.id,)
    wanted = PLURALS[language.code][0] if entry.pluralizable else 1
    if len(forms) != wanted or not all(forms):
        yield f"untranslated: {entry.id!r}"
    if entry.fuzzy:
        yield f"fuzzy: {entry.id!r}"
    allowed = {name for source in sources for name in _placeholders(source)}
    needed = set(_placeholders(sources[-1]))
    for at, form in enumerate(filter(None, forms)):
        given = set(_placeholders(form))
        # One and two may be said without the number; every other form must carry what the source carries.
        spoken = entry.pluralizable and at < (3 if language.code == "ar" else 1)
        if given - allowed or (needed - given and not spoken):
            yield f"placeholders {sorted(given)} instead of {sorted(needed)}: {form!r}"


def _placeholders(text: str) -> list[str]:
    return [first or second for first, second in PLACEHOLDER.findall(text)]
