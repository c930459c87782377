"""The formulas, each declared once.

    declaration     what a method is: its arguments, quantity, equation, source; `@method`
    arguments       an argument and its bound; how an input is read and refused
    docstring       reading a formula's docstring
    checks          what a formula itself refuses: a division by zero, shares that do not sum
    catalogue       every method, by name
    constants       the tables of `data/`, read once
    reference       the reference page; `python -m greenict.methods` writes it

    devices, servers, server_depletion, server_energy, footprint, gases, quality, electricity, allocation,
    data_centres, cloud, software, services, equipment, networks, organisations, lifetimes, waste, water,
    circularity, sector, trajectories, avoided
                    the formulas, one file a topic

A formula is a function with keyword-only arguments and a docstring; `@method` above it puts it into the
catalogue. From that one declaration come the command, the web form, the API and the reference page.
Whoever calls the function itself gets the bare formula; `Method.compute` reads and checks the inputs first.
"""
