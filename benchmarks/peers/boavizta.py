"""BoaviztAPI as a library, with its archetypes loaded once: GHG of each device. Prints seconds."""

import json
import sys
import time
from pathlib import Path

from boaviztapi import config
from boaviztapi.compute.impacts_computation import compute_impacts
from boaviztapi.data.archetype import get_server_archetype, get_user_terminal_archetype
from boaviztapi.dto.device import Server
from boaviztapi.dto.device.device import mapper_server
from boaviztapi.dto.device.user_terminal import Laptop, Monitor, Smartphone, mapper_user_terminal
from boaviztapi.dto.usage.usage import Usage, UsageServer

HOURS = 8760


def main(path: str) -> None:
    devices = json.loads(Path(path).read_text("utf-8"))
    server = get_server_archetype(config.default_server)
    terminals = {
        "laptop": (Laptop, get_user_terminal_archetype(config.default_laptop)),
        "monitor": (Monitor, get_user_terminal_archetype(config.default_monitor)),
        "smartphone": (Smartphone, get_user_terminal_archetype(config.default_smartphone)),
    }
    begin = time.perf_counter()
    total = 0.0
    for device in devices:
        life = device["lifetime_years"] * HOURS
        use = {"avg_power": device["annual_energy_kwh"] * 1000 / HOURS, "usage_location": device["country"]}
        use |= {"use_time_ratio": 1.0, "hours_life_time": life}
        if device["item"] == "server_rack":
            model = mapper_server(Server(usage=UsageServer(**use)), archetype=server)
        else:
            kind, archetype = terminals[device["item"]]
            model = mapper_user_terminal(kind(usage=Usage(**use)), archetype=archetype)
        impacts = compute_impacts(model=model, selected_criteria=["gwp"], duration=life)["gwp"]
        total += device["quantity"] * (impacts["embedded"]["value"] + impacts["use"]["value"])
    print(json.dumps({"seconds": time.perf_counter() - begin, "total": total}))


main(sys.argv[1])
