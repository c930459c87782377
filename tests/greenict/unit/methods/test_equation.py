"""Equations as MathML: the shapes, every method of the catalogue, and any text at all."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenict.methods.catalogue import catalogue
from greenict.methods.equation import mathml, tokens

MATHML = "{http://www.w3.org/1998/Math/MathML}"
CORE = {
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msub", "msup",
    "msqrt", "munder", "mtable", "mtr", "mtd",
}  # fmt: skip


def read(equation: str) -> ET.Element:
    return ET.fromstring(mathml(equation))  # noqa: S314 - our own text, made a line above


def drawn(equation: str) -> str:
    """The element without its frame and annotation."""
    made = mathml(equation)
    return re.sub(r"^<math[^>]*><semantics><mrow>|</mrow><annotation.*$", "", made, flags=re.DOTALL)


def leaves(equation: str) -> str:
    """What a reader sees, in reading order."""
    tree = read(equation)
    shown = [
        element.text or "" for element in tree.iter() if element.tag.removeprefix(MATHML) != "annotation"
    ]
    return "".join(shown)


@pytest.mark.parametrize(
    ("equation", "expected"),
    [
        ("a / b", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        ("(a + b) / 2", "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>"),
        ("a * b / c", "<mfrac><mrow><mi>a</mi><mo>⋅</mo><mi>b</mi></mrow><mi>c</mi></mfrac>"),
        ("a / b * c", "<mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>⋅</mo><mi>c</mi></mrow>"),
        ("a / b / c", "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>⋅</mo><mi>c</mi></mrow></mfrac>"),
        ("x_(i+1)", "<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>"),
        ("x_k+1", "<msub><mi>x</mi><mi>k+1</mi></msub>"),
        ("prod_k p", "<mrow><munder><mo>∏</mo><mrow><mi>k</mi></mrow></munder><mi>p</mi></mrow>"),
        ("E_DC,i", "<msub><mi>E</mi><mrow><mi>DC</mi><mo>,</mo><mi>i</mi></mrow></msub>"),
        ("u_i^2", "<msup><msub><mi>u</mi><mi>i</mi></msub><mn>2</mn></msup>"),
        ("x²", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("x^(1 / n)", "<msup><mi>x</mi><mfrac><mn>1</mn><mi>n</mi></mfrac></msup>"),
        ("x^-1", "<msup><mi>x</mi><mrow><mo>−</mo><mn>1</mn></mrow></msup>"),
        ("sqrt(a)", "<msqrt><mi>a</mi></msqrt>"),
        ("eta_heat", "<msub><mi>η</mi><mi>heat</mi></msub>"),
        ("Gamma(k)", "<mrow><mi>Γ</mi><mo>\u2061</mo><mrow><mo>(</mo><mi>k</mi><mo>)</mo></mrow></mrow>"),
        ("5.87e-09", "<mrow><mn>5.87</mn><mo>⋅</mo><msup><mn>10</mn><mn>−9</mn></msup></mrow>"),
        ("sum_i x_i", "<mrow><munder><mo>∑</mo><mrow><mi>i</mi></mrow></munder><msub><mi>x</mi><mi>i</mi></msub></mrow>"),
        ("a <= b", "<mrow><mi>a</mi><mo>≤</mo><mi>b</mi></mrow>"),
    ],
)  # fmt: skip
def test_shape(equation, expected):
    assert drawn(equation).replace("&#x2061;", "\u2061") == expected


def test_a_sum_over_a_sum_is_one_fraction_and_a_sum_of_fractions_is_not():
    assert drawn("sum_i a_i * b_i / sum_i a_i").startswith("<mfrac><mrow><munder>")
    assert drawn("sum_i a_i / b_i").startswith("<mrow><munder>")


def test_brackets_stay_where_a_stroke_does_not_hold_a_sum_together():
    assert leaves("a / (b + c) / (d - e)") == "a(b+c)⋅(d−e)"
    assert leaves("(a + b) / c") == "a+bc"
    assert leaves("sum_(t=1..n) x_t") == "∑t=1…nxt"


def test_lines_and_semicolons_make_rows_and_brackets_and_signs_keep_a_line_together():
    assert mathml("a = b; c = d\ne = f").count("<mtr>") == 3
    assert "<mtr>" not in mathml("a = (b +\n c) *\n d")


@pytest.mark.parametrize("method", catalogue().values(), ids=lambda method: method.id)
def test_every_equation_is_drawn_with_all_its_words_and_numbers(method):
    assert method.equation_mathml == mathml(method.equation)
    tree = read(method.equation)
    assert {element.tag.removeprefix(MATHML) for element in tree.iter()} <= CORE
    assert tree.find(f".//{MATHML}annotation").text == method.equation
    shown = leaves(method.equation)
    place = 0
    for word in _words(method.equation):
        found = shown.find(word, place)
        assert found >= 0, (word, shown)
        place = found + len(word)


def _words(equation: str) -> list[str]:
    """Names and numbers in the order of the text, except what becomes a sign."""
    greek = {"eta", "alpha", "beta", "rho", "lambda", "Gamma", "sigma", "Delta", "mu", "tau", "delta"}
    signs = greek | {"sum", "prod", "over", "of", "sqrt"}
    found = []
    for token in tokens(equation):
        if token.kind == "number":
            found.append(token.text.partition("e")[0])
        elif token.kind == "name":
            found += [part for part in re.split(r"[_,*]", token.text) if part and part not in signs]
    return found


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab1_^/*+-=()[]|.,; \nΣ√²<&sumoverfqrt", max_size=40))
def test_any_text_is_drawn(text):
    read(text)
