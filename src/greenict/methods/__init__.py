"""The formulas, each declared once.

    declaration     what a method is: its arguments, quantity, equation, source; `@method`
    arguments       an argument and its bound; how an input is read and refused
    docstring       reading a formula's docstring
    checks          what a formula itself refuses: a division by zero, shares that do not sum
    catalogue       every method, by name
    constants       the tables of `data/`, read once
    reference       the reference pages; `python -m greenict.methods` writes it

    asking, answer  inputs as people write them; the answer with all that was asked beside it
    running         a method over the rows of a table
    what_if         one input varied, or inputs given as ranges
    equation, mathml    an equation in words as MathML

    the others      the formulas, one file a topic; `catalogue.TOPICS` lists them

A formula is a function with keyword-only arguments and a docstring; `@method` above it puts it into the
catalogue. From that one declaration come the command, the web form, the API and the reference page.
Whoever calls the function itself gets the bare formula; `Method.compute` reads and checks the inputs first.
"""
