"""What a method is, made once from a formula's signature and docstring.

A formula is declared by `@method` above a function with keyword-only arguments. Its docstring has the
sections Parameters, Returns, Equation, Validity, Raises, Source, Status and Examples. An argument's line
reads `name : unit, bound`; the unit must be the one that the name ends in. A list reads `list of unit`, a table
`table of unit`, a text `text` or `one of a, b`, a date `date`. In the signature a number that may be a column is
`Quantity`, one that may not is `float`; lists are `Series`, tables `Table`, texts `str`, dates `date`.
A section Defaults may name, argument by argument, where the figure of a default comes from.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from greenict.errors import BadArgument, UnknownName
from greenict.methods.arguments import Argument, Bound, Kind
from greenict.methods.docstring import Example, entries, example, sections
from greenict.methods.equation import mathml
from greenict.units import unit_of

Quantity: TypeAlias = float | NDArray[np.float64]
Series: TypeAlias = Sequence[float] | NDArray[np.float64]
Table: TypeAlias = dict[str, float]
Formula = TypeVar("Formula", bound=Callable[..., Any])

_KINDS = {
    "Quantity": Kind.NUMBER,
    "float": Kind.NUMBER,
    "Series": Kind.LIST,
    "Table": Kind.TABLE,
    "str": Kind.TEXT,
    "date": Kind.DATE,
}
_SECTIONS = ("Parameters", "Returns", "Equation", "Validity", "Raises", "Source", "Status", "Examples")
_declared: dict[str, Callable[..., Any]] = {}


def method(function: Formula) -> Formula:
    """Put a formula into the catalogue; the function itself stays as it is."""
    name = function.__name__
    if name in _declared and _declared[name].__module__ != function.__module__:
        raise ValueError(f"two formulas are named {name}")
    _declared[name] = function
    return function


def declared() -> list[Callable[..., Any]]:
    """Return the formulas declared so far, in the order of the files."""
    return list(_declared.values())


@dataclass(frozen=True)
class Method:
    """A formula with all that the command, a form, the API and a page need to know of it."""

    id: str
    topic: str
    title: str
    function: Callable[..., Any]
    arguments: tuple[Argument, ...]
    quantity: str
    unit: str
    equation: str
    validity: str
    refusals: str
    source: str
    status: str
    examples: str

    @property
    def takes_columns(self) -> bool:
        """Whether all its numbers may be columns: not where a list or a table is summed."""
        numbers = [argument.takes_column for argument in self.arguments if argument.kind is Kind.NUMBER]
        return bool(numbers) and all(numbers)

    @cached_property
    def example(self) -> Example:
        """The worked example; read when asked for, because reading code is what takes the time of a listing."""
        return example(self.function, self.examples)

    @property
    def equation_mathml(self) -> str:
        """The equation for a browser to typeset; the plain text stands in it as an annotation."""
        return mathml(self.equation)

    def source_of_default(self, argument: Argument) -> str:
        """Where the default of an argument comes from, in words; empty where it has none."""
        if argument.required or argument.default is None:
            return ""
        if argument.default_source:
            return argument.default_source
        if argument.kind is not Kind.NUMBER:
            return "a choice of the method, no figure"
        if argument.default in {0, 1}:
            return "no figure: it counts once" if argument.default else "no figure: it counts nothing"
        return f"as the method: {self.source}"

    def read(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """Return the checked inputs, with the defaults of what was not given.

        Raises
        ------
        UnknownName
            Where an input is no argument of the method.
        BadArgument
            Where an input is missing, of the wrong kind or outside its bound.
        """
        names = [argument.name for argument in self.arguments]
        for name in inputs:
            if name not in names:
                raise UnknownName(
                    f"argument of {self.id}", name, mend=f"its arguments are {', '.join(names)}"
                )
        self._require_all(inputs)
        found = {}
        for argument in self.arguments:
            value = inputs.get(argument.name)
            found[argument.name] = argument.default if value is None else argument.read(value)
        self._require_even(found)
        return found

    def compute(self, **inputs: Any) -> Any:
        """Return the quantity: a float, a column where a number was a column, or a text.

        Raises
        ------
        UnknownName, BadArgument
            As `read`, and where the formula itself refuses.
        """
        checked = self.read(inputs)
        try:
            with np.errstate(all="ignore"):
                value = self.function(**checked)
        except (OverflowError, ZeroDivisionError) as error:
            raise BadArgument(self.id, inputs, "the inputs lead to no finite number; mend them") from error
        if isinstance(value, str):
            return value
        if not np.all(np.isfinite(value)):
            raise BadArgument(self.id, inputs, "the inputs lead to no finite number; mend them")
        return np.asarray(value) if np.ndim(value) else float(value)

    def _require_all(self, inputs: Mapping[str, Any]) -> None:
        missing = [arg for arg in self.arguments if arg.required and inputs.get(arg.name) is None]
        if missing:
            names = ", ".join(argument.name for argument in missing)
            first = missing[0]
            mend = f"missing; give {first.meaning} ({first.unit}). {self.id} still needs {names}"
            raise BadArgument(first.name, None, mend)

    def _require_even(self, found: Mapping[str, Any]) -> None:
        numbers = [argument for argument in self.arguments if argument.kind is Kind.NUMBER]
        flat = {argument.name: argument.takes_column for argument in numbers}
        columns = {name: found[name] for name in flat if np.ndim(found[name])}
        for name, column in columns.items():
            if not flat[name]:
                raise BadArgument(name, f"{len(column)} numbers", "give one number; no column is taken here")
            if len({len(other) for other in columns.values()}) > 1:
                lengths = ", ".join(f"{key} has {len(other)}" for key, other in columns.items())
                raise BadArgument(name, f"{len(column)} rows", f"columns must be equally long; {lengths}")


def declaration(function: Callable[..., Any]) -> Method:
    """Return the method that a formula declares.

    Raises
    ------
    ValueError
        Where the docstring lacks a section or contradicts the signature: a mistake in the formula.
    """
    parts = sections(function.__doc__ or "")
    lacking = [title for title in _SECTIONS if not parts.get(title)]
    if lacking:
        raise ValueError(f"{function.__name__}: the docstring lacks {', '.join(lacking)}")
    if f"{function.__name__}(" not in parts["Examples"]:
        raise ValueError(f"{function.__name__}: the section Examples does not call it")
    signature = inspect.signature(function)
    described = entries(parts["Parameters"])
    sources = _sources_of_defaults(function.__name__, parts.get("Defaults", ""), signature)
    if list(described) != list(signature.parameters):
        raise ValueError(f"{function.__name__}: the arguments described are not those of the signature")
    ((unit, (_, quantity)),) = entries(parts["Returns"]).items()
    _agree(function.__name__, function.__name__, unit)
    return Method(
        id=function.__name__,
        topic=function.__module__.rpartition(".")[2],
        title=parts[""].splitlines()[0].rstrip("."),
        function=function,
        arguments=tuple(
            _argument(
                function.__name__, signature.parameters[name], *described[name], source=sources.get(name, "")
            )
            for name in described
        ),
        quantity=quantity,
        unit=unit,
        equation=parts["Equation"],
        validity=_flowing(parts["Validity"]),
        refusals=_flowing(parts["Raises"]),
        source=_flowing(parts["Source"]),
        status=_flowing(parts["Status"]),
        examples=parts["Examples"],
    )


def _sources_of_defaults(formula: str, section: str, signature: inspect.Signature) -> dict[str, str]:
    found = {name: text for name, (_, text) in entries(section).items()}
    given = {name for name, one in signature.parameters.items() if one.default is not inspect.Parameter.empty}
    if odd := set(found) - given:
        raise ValueError(f"{formula}: Defaults names {', '.join(sorted(odd))}, which has no default")
    return found


def _argument(
    formula: str, parameter: inspect.Parameter, declared_as: str, meaning: str, *, source: str
) -> Argument:
    kind = _KINDS[str(parameter.annotation).removesuffix(" | None")]
    if parameter.kind is not inspect.Parameter.KEYWORD_ONLY or not meaning:
        raise ValueError(f"{formula}: {parameter.name} must be keyword-only and have a meaning")
    required = parameter.default is inspect.Parameter.empty
    unit, bound, choices = _range(formula, parameter.name, kind, declared_as)
    return Argument(
        name=parameter.name,
        kind=kind,
        unit=unit,
        bound=bound,
        choices=choices,
        required=required,
        default=None if required else parameter.default,
        takes_column=str(parameter.annotation).startswith("Quantity"),
        meaning=meaning,
        default_source=source,
    )


def _range(formula: str, name: str, kind: Kind, declared_as: str) -> tuple[str, Bound, tuple[str, ...]]:
    """Read `kWh, >= 0`, `list of t`, `one of a, b`, `text` or `date`."""
    if kind in {Kind.TEXT, Kind.DATE}:
        choices = declared_as.removeprefix("one of ").split(", ") if declared_as.startswith("one of ") else []
        return kind.value, Bound(), tuple(choices)
    unit, _, bound = declared_as.partition(", ")
    opening = re.match(r"(list|table) of ", unit)
    if (opening[1] if opening else "number") != kind.value:
        raise ValueError(f"{formula}: {name} is a {kind.value} in the signature and not in the docstring")
    unit = unit[opening.end() :] if opening else unit
    _agree(formula, name, unit)
    return unit, Bound.parse(bound), ()


def _agree(formula: str, name: str, unit: str) -> None:
    if unit_of(name).symbol != unit:
        raise ValueError(f"{formula}: {name} ends in {unit_of(name).symbol}, the docstring says {unit}")


def _flowing(text: str) -> str:
    return " ".join(text.split())
