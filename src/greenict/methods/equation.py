"""An equation in plain text, read into a tree and written as MathML.

The text is what a formula's docstring has: `EER = sum_j w_j * T_j / sum_j w_j * P_j`. An underscore makes a
subscript, `^` a power, `/` a fraction, `sum_i` or `sum over i of` a sum; `sqrt(...)` a root; Greek letters stand by
their names. A stroke takes all factors to its left up to the last fraction. A sum takes the product to its right;
where that is divided by another sum, the fraction is one of two sums. What is no mathematics is left as words, so
that every text can be written: nothing is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from greenict.methods.mathml import Call, Fraction, Group, Leaf, Name, Node, Power, Root, Row, Sum, written

_TOKEN = re.compile(
    r"(?P<break>\n|;)"
    r"|(?P<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)"
    r"|(?P<name>[^\W\d_][^\W_]*(?:_[^\W_]+(?:[+-]\d+\b|-[A-Z]{2,}|,[a-z]\b(?!\())*)*(?:\*(?=\s|$))?)"
    r"|(?P<sign><=|>=|!=|->|\.\.|\S)"
)
_SPELLED = str.maketrans({"²": "^2", "³": "^3", "Σ": "sum", "√": "sqrt", "·": "*", "×": "*", "−": "-"})
_SEPARATE = frozenset(
    [
        "and",
        "or",
        "where",
        "if",
        "else",
        "for",
        "from",
        "at",
        "in",
        "then",
        "with",
        "before",
        "after",
        "until",
    ]
)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_ADDING, _PRODUCT, _RELATIONS = (
    frozenset("+-±"),
    frozenset("*/"),
    frozenset(["=", "<", ">", "<=", ">=", "!=", ",", ":", "->"]),
)


@dataclass(frozen=True)
class Token:
    """A number, a name, a sign or the end of a line; whether a blank stands before it."""

    kind: str
    text: str
    apart: bool


Line: TypeAlias = list[Token]


@cache
def mathml(equation: str) -> str:
    """Return the equation as a MathML element that needs no script; it carries its plain text.

    Examples
    --------
    >>> "<mfrac><msub><mi>E</mi><mi>DC</mi></msub><msub><mi>E</mi><mi>IT</mi></msub></mfrac>" in mathml("PUE = E_DC / E_IT")
    True
    """
    return written([_Reader(line).row(frozenset()) for line in _lines(tokens(equation))], equation)


def tokens(equation: str) -> Line:
    """Return the words, numbers and signs of an equation."""
    text = equation.translate(_SPELLED)
    found = []
    for match in _TOKEN.finditer(text):
        apart = match.start() == 0 or text[match.start() - 1].isspace()
        found.append(Token(str(match.lastgroup), match[0], apart))
    return found


def _lines(found: Line) -> list[Line]:
    """Cut at line ends and semicolons, but not inside brackets, nor beside a sign that goes on."""
    going_on = _ADDING | _PRODUCT | _RELATIONS
    lines: list[Line] = [[]]
    depth = 0
    for place, token in enumerate(found):
        depth += (token.text in _CLOSING) - (token.text in _CLOSING.values())
        if token.kind != "break":
            lines[-1].append(token)
            continue
        after = found[place + 1].text if place + 1 < len(found) else ""
        before = lines[-1][-1].text if lines[-1] else ""
        if token.text == ";" or (depth <= 0 and before not in going_on and after not in going_on):
            lines.append([])
    return [line for line in lines if line]


class _Reader:
    """One line, read from left to right; each method takes what it reads."""

    def __init__(self, line: Line) -> None:
        self.line, self.place, self.bars = line, 0, 0

    @property
    def next(self) -> Token | None:
        return self.line[self.place] if self.place < len(self.line) else None

    def text(self, ahead: int = 0) -> str:
        """The sign or word ahead, or nothing at the end."""
        place = self.place + ahead
        return self.line[place].text if place < len(self.line) else ""

    def taken(self) -> Token:
        token = self.line[self.place]
        self.place += 1
        return token

    def row(self, until: frozenset[str]) -> Node:
        """Everything up to a closing sign, which is left."""
        parts: list[Node] = []
        while self.next and self.text() not in until:
            if self._begins_factor() or self.text() in _ADDING:
                parts.append(self._sum_of_terms())
            else:
                parts.append(Leaf("word" if self.next.kind == "name" else "sign", self.taken().text))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _begins_factor(self) -> bool:
        token = self.next
        if token is None or token.text in _SEPARATE:
            return False
        return token.kind in {"number", "name"} or token.text in _CLOSING or self._opens_bars()

    def _opens_bars(self) -> bool:
        return self.text() == "|" and not self.bars

    def _sum_of_terms(self) -> Node:
        parts: list[Node] = []
        while self.text() in _ADDING or not parts:
            if self.text() in _ADDING:
                parts.append(Leaf("sign", self.taken().text))
            if not self._begins_factor():
                break
            parts.append(self._product(in_sum=False))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _product(self, *, in_sum: bool) -> Node:
        parts: list[Node] = [self._factor()]
        start = 0  # of what a stroke puts above it: all since the last fraction
        while self.text() in _PRODUCT:
            if in_sum and self.text() == "/" and self.text(1).partition("_")[0] in {"sum", "prod"}:
                break
            sign = Leaf("sign", self.taken().text)
            if not self._begins_factor():
                parts.append(sign)
                break
            factor = self._factor()
            if sign.text == "*":
                start = len(parts) + 1 if start == len(parts) else start
                parts += [sign, factor]
            elif start == len(parts) and isinstance(parts[-1], Fraction):  # a / b / c
                last = parts[-1]
                parts[-1] = Fraction(last.top, Row((last.below, Leaf("sign", "*"), factor)))
            else:
                start = min(start, len(parts) - 1)
                parts[start:] = [Fraction(_row(parts[start:]), factor)]
                start = len(parts)
        return _row(parts)

    def _factor(self) -> Node:
        """Words and numbers side by side: `leak rate`, `365 d`."""
        parts = [self._powered()]
        while self._begins_factor():
            parts.append(self._powered())
        return parts[0] if len(parts) == 1 else Row(tuple(parts), spaced=True)

    def _powered(self) -> Node:
        base = self._atom()
        while self.text() == "^":
            sign = self.taken()
            minus = [Leaf("sign", self.taken().text)] if self.text() == "-" else []
            if not self._begins_factor():
                return Row((base, Leaf("sign", sign.text), *minus))
            base = Power(base, _row([*minus, self._atom()]))
        return base

    def _atom(self) -> Node:
        token = self.taken()
        if token.kind == "number":
            return Leaf("number", token.text)
        if token.text in _CLOSING:
            return self._group(token.text)
        if token.text == "|":
            self.bars += 1
            inside = self.row(frozenset("|"))
            self.bars -= 1
            return self._closed("|", inside, "|")
        base, *parts = re.split(r"[_,]", token.text)
        below: tuple[Node, ...] = tuple(Leaf("name", part.rstrip("*")) for part in parts)
        if self.text() == "_" and self.text(1) == "(":  # an index in brackets: x_(i+1)
            self.place += 2
            inside = self._closed("", self.row(frozenset(")")), ")")
            below = (*below, inside.inside if isinstance(inside, Group) else inside)
        if base in {"sum", "prod"} and (found := self._sum(base, below)):
            return found
        name = Name(base.rstrip("*"), below, starred=token.text[-1] == "*")
        if self.text() == "(" and self.next and not self.next.apart:
            inside = self._group(self.taken().text)
            root = base == "sqrt" and isinstance(inside, Group)
            return Root(inside) if root else Call(name, inside)
        return name

    def _group(self, opening: str) -> Node:
        bars, self.bars = self.bars, 0
        inside = self.row(frozenset(_CLOSING[opening]))
        self.bars = bars
        return self._closed(opening, inside, _CLOSING[opening])

    def _closed(self, opening: str, inside: Node, closing: str) -> Node:
        if self.text() != closing:  # the bracket is never closed: it stays a sign
            return Row((Leaf("sign", opening), inside))
        self.taken()
        return Group(opening, inside, closing)

    def _sum(self, sign: str, below: tuple[Node, ...]) -> Node | None:
        """A sum or product, or None where the word is only a word."""
        index: Node | None = Row(below) if below else None
        if not below and self.text() == "over":
            rest = [token.text for token in self.line[self.place :]]
            if "of" not in rest:
                return None
            end = self.place + rest.index("of")
            index = _Reader(self.line[self.place + 1 : end]).row(frozenset())
            self.place = end + 1
        if self.text() == "of" or not self._begins_factor():
            return None if index is None else Sum(sign, index, None)
        return Sum(sign, index, self._product(in_sum=True))


def _row(parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Row(tuple(parts))
