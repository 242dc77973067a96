"""Prints a Markdown table of evaluation reports: the primary metric of every task, system by system.

    python3 bench/results/table.py REPORT...     folders that `./scimult evaluate --out` wrote

* and †: significantly different from the baseline and from BM25 (the report's star); v before the mark: a loss.
"""

import json
import sys
from pathlib import Path

MARKS = {"baseline": "*", "BM25": "†"}


def cell(system, metric):
    value = f"{system['means'][metric]:.3f}".removeprefix("0")
    for difference in system["comparisons"]:
        if system["name"] in MARKS:
            continue
        excludes_zero = not difference["low"] <= 0 <= difference["high"]
        if difference["metric"] == metric and excludes_zero and difference["p"] <= 0.05:
            loss = "v" if difference["difference"] < 0 else ""
            value += loss + MARKS.get(difference["reference"], "*")
    return value


def main():
    reports = [json.loads((Path(folder) / "report.json").read_text()) for folder in sys.argv[1:]]
    if not reports:
        sys.exit(__doc__)
    systems = [system["name"] for system in reports[0]["tasks"][0]["systems"]]
    print("| collection, task | metric | queries | " + " | ".join(systems) + " |")
    print("|---" * (3 + len(systems)) + "|")
    for report in reports:
        for task in report["tasks"]:
            metric = task["metrics"][0]
            by_name = {system["name"]: system for system in task["systems"]}
            cells = " | ".join(cell(by_name[name], metric) for name in systems)
            print(
                f"| {report['collection']}, {task['task']} | {metric} "
                f"| {len(task['queryIds'])} | {cells} |"
            )


if __name__ == "__main__":
    main()
