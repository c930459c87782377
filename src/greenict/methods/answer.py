"""The answer of a method, with all that was asked beside it; the same for the command, the pages and the API."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from greenict.methods.arguments import Argument
    from greenict.methods.declaration import Method
    from greenict.methods.what_if import Outcome, Span


@dataclass(frozen=True)
class Answer:
    """A value with all that was asked beside it."""

    method: Method
    inputs: Mapping[str, Any]
    value: Any
    given: frozenset[str]
    spans: Mapping[str, Span]
    range: Outcome | None = None
    varied: tuple[Argument, Sequence[float], Sequence[Any]] | None = None
    with_defaults: bool = False

    @property
    def defaults(self) -> list[Argument]:
        """The arguments whose default was taken."""
        return [
            one for one in self.method.arguments if one.name not in self.given and one.default is not None
        ]


def as_json(answer: Answer) -> str:
    """Return the answer as JSON; keys beside the five of the contract only where a flag asks for them."""
    method = answer.method
    data: dict[str, Any] = {
        "method": method.id,
        "value": plain(answer.value),
        "unit": method.unit,
        "inputs": {name: plain(given) for name, given in answer.inputs.items()},
        "source": method.source,
    }
    if answer.range is not None:
        data["range"] = _range_as_json(answer, answer.range)
    if answer.varied is not None:
        argument, values, results = answer.varied
        data["vary"] = [
            {argument.name: value, method.id: plain(result)}
            for value, result in zip(values, results, strict=True)
        ]
    if answer.with_defaults or answer.range is not None or answer.varied is not None:
        data["defaults"] = defaults_as_json(method, answer.defaults)
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)


def defaults_as_json(method: Method, defaults: Sequence[Argument]) -> dict[str, Any]:
    """Return value, unit and source of each default that was taken."""
    return {
        one.name: {"value": one.default, "unit": one.unit, "source": method.source_of_default(one)}
        for one in defaults
    }


def _range_as_json(answer: Answer, found: Outcome) -> dict[str, Any]:
    inputs = {name: {"low": span.low, "high": span.high} for name, span in answer.spans.items()}
    if found.texts:
        return {"values": list(found.texts), "basis": found.basis, "inputs": inputs}
    return {"low": found.low, "high": found.high, "basis": found.basis, "inputs": inputs}


def plain(value: Any) -> Any:
    """Return a value as JSON has it: columns as lists, dates as text."""
    if isinstance(value, date):
        return value.isoformat()
    return value.tolist() if hasattr(value, "tolist") else value
