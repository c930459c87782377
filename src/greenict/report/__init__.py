"""Result tables for people: HTML, PDF, DOCX, XLSX, CSV and JSON from one model.

numbers      scaling and rounding, only here
model        every figure and fact of a report, exact
texts        the words in each language
blocks       what a page is built of
layout       from the model to the page
evidence     the sections that say what the figures rest on
html, pdf, document      the page, printed
spreadsheet, plain       the model, as tables to compute with
writing      the one door: a result and a path
"""

from greenict.report.layout import page
from greenict.report.model import Figures, figures
from greenict.report.texts import catalogue
from greenict.report.writing import FORMATS, rendered, write

LANGUAGES = tuple(catalogue())

__all__ = ["FORMATS", "LANGUAGES", "Figures", "figures", "page", "rendered", "write"]
