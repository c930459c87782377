"""What a user fills in: one field for each argument of a method, made from its declaration.

The form goes by GET, so its address is the question itself. A value is read as the command reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greenict_portal.calculators import engine, names

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG = 60


@dataclass
class Field:
    """One argument with what was written into it, and why that cannot be taken."""

    argument: engine.Argument
    text: str
    example: str
    mend: str = ""
    library_says: str = ""

    @property
    def name(self) -> str:
        """The name of the argument, and of the field."""
        return self.argument.name

    @property
    def label(self) -> str:
        """What the argument is, as people read it."""
        return self.argument.meaning[:1].upper() + self.argument.meaning[1:].rstrip(".")

    @property
    def unit(self) -> str:
        """The unit as it is written; empty for texts and dates."""
        return "" if self.argument.unit in {"text", "date"} else names.unit(self.argument.unit)

    @property
    def bound(self) -> str:
        """What it takes, in words."""
        return names.bound(self.argument)

    @property
    def default(self) -> str:
        """What is taken where nothing is written; empty where there is no default."""
        return "" if self.argument.default is None else engine.text_of(self.argument.default)

    @property
    def many_lines(self) -> bool:
        """Whether the field is a box of several lines."""
        return self.argument.kind in {"list", "table"} or len(self.example) > LONG

    @property
    def numeric(self) -> bool:
        """Whether it takes a number, which may also be a range."""
        return self.argument.kind == "number"


class MethodForm:
    """The fields of a method; `given` is what they say once nothing is refused."""

    def __init__(self, method: engine.Method, asked: Mapping[str, str]) -> None:
        self.method = method
        self.given = engine.Given()
        self.refusal: engine.GreenictError | None = None
        self.unknown = [name for name in asked if name not in {one.name for one in method.arguments}]
        examples = engine.example_texts(method)
        self.fields = [
            Field(one, asked.get(one.name, "").strip(), examples.get(one.name, ""))
            for one in method.arguments
        ]
        needed = any(one.required for one in method.arguments)
        self.is_asked = bool(set(asked) - set(self.unknown)) or not needed

    def answer(self) -> engine.Answer | None:
        """The result; None where a field is refused, which then says why."""
        for field in self.fields:
            self._read(field)
        if any(field.mend for field in self.fields):
            return None
        try:
            return engine.answer(self.method, self.given)
        except engine.GreenictError as trouble:
            self._refuse(trouble)
            return None

    @property
    def takes_numbers(self) -> bool:
        """Whether one of the fields takes a number, which may then be a range."""
        return any(field.numeric for field in self.fields)

    @property
    def first_refused(self) -> Field | None:
        """The first field that is refused."""
        return next((field for field in self.fields if field.mend or field.library_says), None)

    def _read(self, field: Field) -> None:
        if not field.text:
            if field.argument.required:
                field.mend = names.refused(field.argument, "")
            return
        try:
            one = engine.read_text(self.method, field.argument, field.text)
        except engine.BadArgument:
            field.mend = names.refused(field.argument, field.text)
            return
        try:
            engine.check(field.argument, one)
        except (engine.BadArgument, engine.UnknownName) as trouble:
            field.mend = names.refused(field.argument, field.text)
            if field.argument.kind in {"list", "table"}:  # it names the entry
                field.library_says = str(trouble)
            return
        self.given.values.update(one.values)
        self.given.spans.update(one.spans)

    def _refuse(self, trouble: engine.GreenictError) -> None:
        """Say what the formula refuses beside the field that it names, or above all fields."""
        named = getattr(trouble, "argument", getattr(trouble, "kind", ""))
        opening = re.match(r"\w+", str(named))
        for field in self.fields:
            if opening and field.name == opening[0]:
                field.library_says = str(trouble)
                return
        self.refusal = trouble
