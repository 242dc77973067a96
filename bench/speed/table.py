"""Prints the table of a comparison: medians of each program's runs, and ours as a multiple of each other's."""

import json
import os
import platform
import statistics
import sys
from pathlib import Path

UNITS = {"train": ("tokensPerSecond", "training, tokens/s"), "embed": ("textsPerSecond", "embedding, texts/s")}
OURS = "scimult"


def processor():
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def main():
    runs = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    print(f"machine: {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}")
    for job, (figure, title) in UNITS.items():
        of_system = {}
        for run in runs:
            if run["job"] == job:
                of_system.setdefault(run["system"], []).append(run["figures"][figure])
        if OURS not in of_system:
            continue
        ours = statistics.median(of_system[OURS])
        print(f"\n{title:<40}{'median':>10}{'lowest':>10}{'highest':>10}{'runs':>6}{'ours is':>10}")
        for system, values in of_system.items():
            name = system if system == OURS else "sentence-transformers, " + system
            median = statistics.median(values)
            ratio = "" if system == OURS else f"{ours / median:.2f} x"
            if len(name) > 39:
                print(name)
                name = ""
            print(f"{name:<40}{median:>10,.0f}{min(values):>10,.0f}{max(values):>10,.0f}{len(values):>6}{ratio:>10}")
    tokens = {run["figures"]["tokens"] for run in runs if run["job"] == "train"}
    if len(tokens) > 1:
        print(f"\nWARNING: the programs counted different numbers of tokens: {sorted(tokens)}")
    busiest = max(run["load"] for run in runs)
    if busiest > 2 * (os.cpu_count() or 1):
        print(f"\nWARNING: the machine was busy with something else (load {busiest}): the figures are worth little")


if __name__ == "__main__":
    main()
