"""`work`: the worker."""
