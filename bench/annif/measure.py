"""Measures rankings of labels, all by the same code.

    measure.py fit FOLDER      prints the ensemble's sources with the weights that are best by nDCG@10 on the papers to fit
    measure.py table FOLDER    prints a table in Markdown, of the papers to measure
"""

import collections
import datetime
import itertools
import json
import math
import pathlib
import platform
import random
import sys

LABEL = "http://label.invalid/"
SOURCES = ("tfidf", "mllm", "bonsai")
SYSTEMS = SOURCES + ("ens", "ens2", "ensfit")
COLUMNS = ("R@5", "R@10", "R@20", "P@5", "F1@5", "nDCG@10")
FREQUENCIES = (("none", 0, 0), ("1 to 5", 1, 5), ("more", 6, math.inf))
COMPARED = ("R@20", "nDCG@10")
SAMPLES, SEED = 2000, 17


def documents(folder, name):
    with open(folder / f"{name}.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def right_labels(folder, name):
    """Numbers of labels, by paper, in the file's order."""
    return {
        document["document_id"]: {int(subject["uri"].removeprefix(LABEL)) for subject in document["subjects"]}
        for document in documents(folder, name)
    }


def scores(folder, system, half):
    """What Annif suggests for each paper: numbers of labels with their scores."""
    return [
        {int(one["uri"].removeprefix(LABEL)): one["score"] for one in answer["results"]}
        for answer in documents(folder, f"{system}-{half}")
    ]


def ranked(weighted):
    return sorted(weighted, key=lambda label: (-weighted[label], label))


def gain(ranking, right, depth=10):
    found = sum(1 / math.log2(rank + 2) for rank, label in enumerate(ranking[:depth]) if label in right)
    return found / sum(1 / math.log2(rank + 2) for rank in range(min(depth, len(right))))


def of_paper(ranking, right):
    hits = {depth: sum(label in right for label in ranking[:depth]) for depth in (5, 10, 20)}
    precision, recall = hits[5] / 5, hits[5] / len(right)
    return {
        **{f"R@{depth}": hits[depth] / len(right) for depth in hits},
        "P@5": precision,
        "F1@5": 2 * precision * recall / (precision + recall) if hits[5] else 0.0,
        "nDCG@10": gain(ranking, right),
    }


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else math.nan


def by_label(rankings, right):
    """The recall at 20 of each label that a measured paper carries."""
    carried, found = collections.Counter(), collections.Counter()
    for paper, labels in right.items():
        first = set(rankings[paper][:20])
        carried.update(labels)
        found.update(labels & first)
    return {label: found[label] / carried[label] for label in carried}


def fit(folder):
    right = list(right_labels(folder, "fit").values())
    suggested = {source: scores(folder, source, "fit") for source in SOURCES}
    best, best_weights = -1.0, None
    for weights in itertools.product(range(5), repeat=len(SOURCES)):
        if max(weights) == 0 or math.gcd(*weights) > 1:
            continue
        total = 0.0
        for number, labels in enumerate(right):
            weighted = collections.defaultdict(float)
            for source, weight in zip(SOURCES, weights):
                for label, score in suggested[source][number].items():
                    weighted[label] += weight * score
            total += gain(ranked(weighted), labels)
        if total > best:
            best, best_weights = total, weights
    return ",".join(f"{source}:{weight}" for source, weight in zip(SOURCES, best_weights) if weight)


def field(name):
    """An id as run files have it: without whitespace."""
    return "".join(f"%{ord(character):02X}" if character in " \t\n\x0b\x0c\r" else character for character in name)


def run_file(folder):
    """SciMult's ranking as evaluate writes it, in TREC's layout."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    numbers = {field(label): number for number, label in enumerate(labels)}
    rankings = collections.defaultdict(list)
    with open(folder / "report" / "runs" / "classification.hybrid.run", encoding="utf-8") as file:
        for line in file:
            paper, _, label, rank, _, _ = line.rstrip("\n").split(" ")
            rankings[paper].append((int(rank), numbers[label]))
    return {paper: [label for _, label in sorted(ranking)] for paper, ranking in rankings.items()}


def cpu():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "processor not known"


def differences(measured):
    """SciMult less each system of Annif, with 95 % confidence intervals of a paired bootstrap over the papers."""
    chance = random.Random(SEED)
    papers = range(len(measured["SciMult"]))
    samples = [chance.choices(papers, k=len(papers)) for _ in range(SAMPLES)]
    print("\n| SciMult less | " + " | ".join(COMPARED) + " |")
    print("|---" * (len(COMPARED) + 1) + "|")
    for name in measured:
        if name == "SciMult":
            continue
        cells = []
        for column in COMPARED:
            values = [own[column] - other[column] for own, other in zip(measured["SciMult"], measured[name])]
            means = sorted(mean(values[paper] for paper in sample) for sample in samples)
            low, high = means[int(0.025 * SAMPLES)], means[int(0.975 * SAMPLES) - 1]
            cells.append(f"{mean(values):+.3f} [{low:+.3f}, {high:+.3f}]")
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(f"\n95 % confidence intervals by a paired bootstrap over the papers, {SAMPLES} samples, seed {SEED}.")


def table(folder):
    right = right_labels(folder, "measure")
    frequency = collections.Counter(
        label for labels in right_labels(folder, "train").values() for label in labels
    )
    systems = {
        "Annif " + system: dict(zip(right, map(ranked, scores(folder, system, "measure")))) for system in SYSTEMS
    }
    own = run_file(folder)
    systems["SciMult"] = {paper: own.get(field(paper), []) for paper in right}
    rows, measured = [], {}
    for name, rankings in systems.items():
        papers = measured[name] = [of_paper(rankings[paper], labels) for paper, labels in right.items()]
        macro = by_label(rankings, right)
        groups = [
            mean(recall for label, recall in macro.items() if least <= frequency[label] <= most)
            for _, least, most in FREQUENCIES
        ]
        rows.append((name, [mean(paper[column] for paper in papers) for column in COLUMNS] + groups))
    rows.sort(key=lambda row: -row[1][COLUMNS.index("R@20")])
    numbers = [
        sum(least <= frequency[label] <= most for label in by_label(systems["SciMult"], right))
        for _, least, most in FREQUENCIES
    ]
    heads = list(COLUMNS) + [
        f"macro R@20, {name} ({number})" for (name, _, _), number in zip(FREQUENCIES, numbers)
    ]
    weights = (folder / "projects.cfg").read_text(encoding="utf-8").split("[ensfit]")[1].split("sources=")[1].split()[0]
    seconds = {name: int((folder / f"{name}.done").read_text()) for name in
               ("train-tfidf", "train-mllm", "train-bonsai", "scimult")}
    print(f"{len(right)} papers of dev, {mean(map(len, right.values())):.1f} labels a paper; {cpu()}, {datetime.date.today()}\n")
    print("| system | " + " | ".join(heads) + " |")
    print("|---" * (len(heads) + 1) + "|")
    for name, values in rows:
        print(f"| {name} | " + " | ".join("-" if math.isnan(value) else f"{value:.3f}".lstrip("0") for value in values) + " |")
    differences(measured)
    print("\nMacro: by labels, of how many papers of train they have (in brackets: how many such labels are measured).")
    print(f"Weights of ensfit: {weights}. Seconds: "
          + ", ".join(f"{name} {taken}" for name, taken in seconds.items())
          + " (index and evaluation).")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fit", folder]:
            print(fit(pathlib.Path(folder)))
        case ["table", folder]:
            table(pathlib.Path(folder))
        case _:
            sys.exit(__doc__)
