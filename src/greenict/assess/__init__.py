"""The pipeline: read, check, match, compute, aggregate, explain, write.

summing      the one description of the sums
engines      where the sums run; spark for the second engine
groups       lines summed by the keys that choose a factor
matching     groups meet their factors: the terms of a result
driving      the amounts that those factors multiply
computing    values by any keys
uncertainty  ranges and shares of variance
coverage     what a figure rests on, what stood in for what
results      a result: totals, rows, any other figure
folder       the folder that keeps a result
explaining   a figure down to its factors and their sources
lines        a figure down to the lines of the file
comparing    the difference of two results, split exactly
question     what is asked of an input
preparing    read, check and match
remarks      what concerns a result as a whole
previewing   what an assessment would use and refuse
pipeline     all of it in order
"""

from greenict.assess.comparing import Comparison, compare
from greenict.assess.examples import example_inventory_path
from greenict.assess.explaining import Explanation, explain, lines
from greenict.assess.pipeline import assess, check
from greenict.assess.previewing import Check
from greenict.assess.question import DEFAULT_SEED, Question
from greenict.assess.results import Result

__all__ = [
    "DEFAULT_SEED",
    "Check",
    "Comparison",
    "Explanation",
    "Question",
    "Result",
    "assess",
    "check",
    "compare",
    "example_inventory_path",
    "explain",
    "lines",
]
