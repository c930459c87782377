"""The tree of an equation, and the MathML of it: the elements that browsers draw by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TypeAlias

_SIGNS = {"*": "⋅", "-": "−", "<=": "≤", ">=": "≥", "!=": "≠", "->": "→", "..": "…"}
_GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega "
        "Gamma Delta Theta Lambda Pi Phi Psi Omega".split(),
        "α β γ δ ε ζ η θ κ λ μ ν ξ π ρ σ τ φ χ ψ ω Γ Δ Θ Λ Π Φ Ψ Ω".split(),
        strict=True,
    )
)
_GAP = '<mspace width="0.3em"></mspace>'


@dataclass(frozen=True)
class Leaf:
    """A number, a sign or a word between expressions."""

    kind: str
    text: str


@dataclass(frozen=True)
class Name:
    """A quantity or a function: `E_DC,i`."""

    base: str
    below: tuple[str, ...] = ()
    starred: bool = False


@dataclass(frozen=True)
class Row:
    """Parts side by side; with gaps where they are words."""

    parts: tuple[Node, ...]
    spaced: bool = False


@dataclass(frozen=True)
class Fraction:
    """One expression over another."""

    top: Node
    below: Node


@dataclass(frozen=True)
class Power:
    """An expression raised to another."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Root:
    """A square root."""

    inside: Node


@dataclass(frozen=True)
class Group:
    """An expression in brackets or bars."""

    opening: str
    inside: Node
    closing: str


@dataclass(frozen=True)
class Call:
    """A function of what stands in brackets."""

    name: Name
    inside: Node


@dataclass(frozen=True)
class Sum:
    """A sum over an index."""

    index: Node | None
    body: Node | None


Node: TypeAlias = Leaf | Name | Row | Fraction | Power | Root | Group | Call | Sum


def written(lines: list[Node], plain: str) -> str:
    """Return the `math` element of one or more lines, with the plain text as its annotation."""
    drawn = [_element(line) for line in lines]
    if len(drawn) > 1:
        body = f"<mtable>{''.join(f'<mtr><mtd>{line}</mtd></mtr>' for line in drawn)}</mtable>"
    else:
        body = f"<mrow>{''.join(drawn)}</mrow>"
    note = f'<annotation encoding="text/plain">{escape(plain)}</annotation>'
    opening = '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">'
    return f"{opening}<semantics>{body}{note}</semantics></math>"


def _element(node: Node) -> str:
    match node:
        case Leaf():
            return _leaf(node)
        case Name():
            return _name(node)
        case Row(parts, spaced):
            return f"<mrow>{(_GAP if spaced else '').join(_element(part) for part in parts)}</mrow>"
        case Fraction(top, below):
            return f"<mfrac>{_element(top)}{_element(below)}</mfrac>"
        case Power(base, exponent):
            return f"<msup>{_element(base)}{_element(exponent)}</msup>"
        case Root(inside):
            return f"<msqrt>{_element(inside)}</msqrt>"
        case Group(opening, inside, closing):
            return f"<mrow>{_bracket(opening, 'prefix')}{_element(inside)}{_bracket(closing, 'postfix')}</mrow>"
        case Call(name, inside):
            return f"<mrow>{_element(name)}<mo>&#x2061;</mo>{_element(inside)}</mrow>"
        case Sum(index, body):
            sign = "<mo>∑</mo>" if index is None else f"<munder><mo>∑</mo>{_element(index)}</munder>"
            return f"<mrow>{sign}{_element(body) if body else ''}</mrow>"


def _leaf(leaf: Leaf) -> str:
    if leaf.kind == "number":
        return _number(leaf.text)
    if leaf.kind == "word":
        return f"{_GAP}<mtext>{escape(leaf.text)}</mtext>{_GAP}"
    return f"<mo>{escape(_SIGNS.get(leaf.text, leaf.text))}</mo>"


def _number(text: str) -> str:
    """A number; 5.87e-09 as it is written by hand."""
    mantissa, marked, exponent = text.partition("e")
    if not marked:
        return f"<mn>{text}</mn>"
    power = str(int(exponent)).replace("-", "−")
    return f"<mrow><mn>{mantissa}</mn><mo>⋅</mo><msup><mn>10</mn><mn>{power}</mn></msup></mrow>"


def _name(name: Name) -> str:
    base = f"<mi>{escape(_GREEK.get(name.base, name.base))}</mi>"
    if name.starred:
        base = f"<msup>{base}<mo>*</mo></msup>"
    if not name.below:
        return base
    parts = [f"<mi>{escape(_GREEK.get(part, part))}</mi>" for part in name.below]
    below = parts[0] if len(parts) == 1 else f"<mrow>{'<mo>,</mo>'.join(parts)}</mrow>"
    return f"<msub>{base}{below}</msub>"


def _bracket(sign: str, form: str) -> str:
    fence = f' form="{form}" fence="true"' if sign == "|" else ""
    return f"<mo{fence}>{escape(sign)}</mo>"
