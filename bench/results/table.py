"""Prints a Markdown table of evaluation reports: the primary metric of every task, system by system.

    python3 bench/results/table.py REPORT...     folders that `./scimult evaluate --out` wrote

* and †: the 95 % interval of the difference to the baseline and to BM25 excludes 0; v before the mark: it is a loss.
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
        if difference["metric"] == metric and not difference["low"] <= 0 <= difference["high"]:
            loss = "v" if difference["difference"] < 0 else ""
            value += loss + MARKS[difference["reference"]]
    return value


def main():
    print("| collection, task | metric | queries | baseline | BM25 | trained | trained + BM25 |")
    print("|---|---|---|---|---|---|---|")
    for folder in sys.argv[1:]:
        report = json.loads((Path(folder) / "report.json").read_text())
        for task in report["tasks"]:
            metric = task["metrics"][0]
            cells = " | ".join(cell(system, metric) for system in task["systems"])
            print(
                f"| {report['collection']}, {task['task']} | {metric} "
                f"| {len(task['queryIds'])} | {cells} |"
            )


if __name__ == "__main__":
    main()
