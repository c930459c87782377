"""bw2calc: GHG of each device, line by line as its manual does it, and all demands at once, its fastest way.

The system: one activity for each device (its production) and one for each country's electricity, with one
emission. A line is a demand for pieces and for the electricity of their lives. Prints seconds.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import bw2calc as bc
import bw_processing as bwp
import numpy as np

warnings.filterwarnings("ignore")
PRODUCTION_KG = {"laptop": 180.0, "monitor": 95.0, "smartphone": 50.0, "server_rack": 900.0}
CO2, METHOD = 1000, "gwp"


def system(countries: list[str]) -> tuple[bwp.Datapackage, bwp.Datapackage, dict[str, int]]:
    numbers = {name: number for number, name in enumerate([*PRODUCTION_KG, *countries], start=1)}
    kg = [*PRODUCTION_KG.values(), *(0.1 + 0.02 * n for n in range(len(countries)))]
    ids = list(numbers.values())
    package = bwp.create_datapackage()
    made = np.array([(i, i) for i in ids], dtype=bwp.INDICES_DTYPE)
    package.add_persistent_vector(
        matrix="technosphere_matrix", indices_array=made, data_array=np.ones(len(ids))
    )
    emitted = np.array([(CO2, i) for i in ids], dtype=bwp.INDICES_DTYPE)
    package.add_persistent_vector(matrix="biosphere_matrix", indices_array=emitted, data_array=np.array(kg))
    method = bwp.create_datapackage()
    method.add_persistent_vector(
        matrix="characterization_matrix",
        indices_array=np.array([(CO2, 0)], dtype=bwp.INDICES_DTYPE),
        data_array=np.ones(1),
        global_index=0,
        nrows=1,
        identifier=METHOD,
    )
    return package, method, numbers


def line_by_line(demands: list[dict[int, float]], package: bwp.Datapackage, method: bwp.Datapackage) -> float:
    lca = bc.LCA(demand=demands[0], data_objs=[package, method])
    lca.lci(factorize=True)
    lca.lcia()
    total = 0.0
    for demand in demands:
        lca.redo_lcia(demand)
        total += lca.score
    return total


def all_at_once(demands: list[dict[int, float]], package: bwp.Datapackage, method: bwp.Datapackage) -> float:
    named = {str(n): demand for n, demand in enumerate(demands)}
    config = {"impact_categories": [METHOD]}
    lca = bc.FastScoresOnlyMultiLCA(
        demands=named,
        method_config=config,
        data_objs=[package, method],
        direction="adjoint",
    )
    return float(np.asarray(lca.calculate()).sum())


WAYS = {"line by line": line_by_line, "all at once": all_at_once}


def main(path: str, ways: list[str]) -> None:
    devices = json.loads(Path(path).read_text("utf-8"))
    package, method, numbers = system(sorted({device["country"] for device in devices}))
    found = {}
    for name in ways:
        begin = time.perf_counter()
        demands = [
            {
                numbers[d["item"]]: d["quantity"],
                numbers[d["country"]]: d["quantity"] * d["annual_energy_kwh"] * d["lifetime_years"],
            }
            for d in devices
        ]
        try:
            total = WAYS[name](demands, package, method)
        except (ValueError, ImportError, RuntimeError) as error:
            print(
                f"{name}: {error}", file=sys.stderr
            )  # the fast way needs a solver that not every machine has
            continue
        found[name] = {"seconds": time.perf_counter() - begin, "total": total}
    print(json.dumps(found))


main(sys.argv[1], sys.argv[2:])
