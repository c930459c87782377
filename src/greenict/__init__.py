"""GreenICT measures what information and communication technology does to the environment.

    errors, units        the tree of errors; the one list of units
    tables               what a table must hold, and reading it from a file
    methods              the formulas, one file a topic
    factors, profiles    what an item causes; what each standard fixes
    stocks               from sales to units in use and units discarded
    assess               the pipeline: read, check, match, compute, aggregate, explain, write
    scenario             the model of a country: from sales to impacts
    report               results for people
    cli                  the command

The package knows nothing of the web.
"""

__version__ = "0.1.0"
