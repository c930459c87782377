"""The tree of an equation, and the MathML of it: the elements that browsers draw by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TypeAlias

_SIGNS = {"*": "⋅", "-": "−", "<=": "≤", ">=": "≥", "!=": "≠", "->": "→", "..": "…"}
_GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "phi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Theta": "Θ",
    "Lambda": "Λ",
    "Pi": "Π",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
}
_GAP = '<mspace width="0.3em"></mspace>'


@dataclass(frozen=True)
class Leaf:
    """A number, a sign, a name under another, or a word between expressions."""

    kind: str
    text: str


@dataclass(frozen=True)
class Name:
    """A quantity or a function: `E_DC,i`."""

    base: str
    below: tuple[Node, ...] = ()
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
    """A sum or a product over an index."""

    sign: str
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
            drawn = _leaf(node)
        case Name():
            drawn = _name(node)
        case Row(parts, spaced):
            drawn = f"<mrow>{(_GAP if spaced else '').join(_element(part) for part in parts)}</mrow>"
        case Fraction(top, below):
            drawn = f"<mfrac>{_bare(top)}{_bare(below)}</mfrac>"
        case Power(base, exponent):
            drawn = f"<msup>{_element(base)}{_bare(exponent)}</msup>"
        case Root(inside):
            drawn = f"<msqrt>{_bare(inside)}</msqrt>"
        case Group(opening, inside, closing):
            ends = _bracket(opening, "prefix"), _bracket(closing, "postfix")
            drawn = f"<mrow>{ends[0]}{_element(inside)}{ends[1]}</mrow>"
        case Call(name, inside):
            drawn = f"<mrow>{_element(name)}<mo>&#x2061;</mo>{_element(inside)}</mrow>"
        case Sum(sign, index, body):
            mark = f"<mo>{'∑' if sign == 'sum' else '∏'}</mo>"
            mark = mark if index is None else f"<munder>{mark}{_element(index)}</munder>"
            drawn = f"<mrow>{mark}{_element(body) if body else ''}</mrow>"
    return drawn


def _bare(node: Node) -> str:
    """Without its round brackets: a fraction, a root or a raised power holds it together."""
    return _element(node.inside if isinstance(node, Group) and node.opening == "(" else node)


def _leaf(leaf: Leaf) -> str:
    if leaf.kind == "number":
        return _number(leaf.text)
    if leaf.kind == "name":
        return f"<mi>{escape(_GREEK.get(leaf.text, leaf.text))}</mi>"
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
    parts = [_element(part) for part in name.below]
    below = parts[0] if len(parts) == 1 else f"<mrow>{'<mo>,</mo>'.join(parts)}</mrow>"
    return f"<msub>{base}{below}</msub>"


def _bracket(sign: str, form: str) -> str:
    fence = f' form="{form}" fence="true"' if sign == "|" else ""
    return f"<mo{fence}>{escape(sign)}</mo>"
