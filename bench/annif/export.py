"""Makes a collection Annif's: a vocabulary as SKOS, and documents of train and of the two halves of dev as JSON lines.

    export.py collection COLLECTION FOLDER
    export.py tables FOLDER        NLTK's tables of sentence ends, of the package that has them, where NLTK looks for them
"""

import gzip
import json
import pathlib
import random
import sys

LABEL = "http://label.invalid/"
MLLM_PAPERS = 2000
MOST_FITTED = 400


def lines(folder, name):
    """The lines of a collection's file, packed or not; none if it is not there."""
    plain, packed = folder / name, folder / (name + ".gz")
    if plain.exists():
        with open(plain, encoding="utf-8") as file:
            yield from file
    elif packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as file:
            yield from file
    elif (folder / (name + ".zst")).exists():
        sys.exit(f"export.py: {folder / name}.zst: unpack it first, this script reads no Zstandard")


def judgements(folder, split):
    """Labels of papers, in the order of the file."""
    carried = {}
    for number, line in enumerate(lines(folder, f"qrels/classification/{split}.tsv")):
        paper, label, score = line.rstrip("\n").split("\t")
        if number > 0 and float(score) > 0:
            carried.setdefault(paper, []).append(label)
    return carried


class JavaRandom:
    """java.util.Random, by whose draws earlier measurements divided dev."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def next_bits(self):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.state >> 17

    def below(self, bound):
        if bound & (bound - 1) == 0:
            return (bound * self.next_bits()) >> 31
        while True:
            bits = self.next_bits()
            value = bits % bound
            if bits - value + (bound - 1) < 1 << 31:
                return value

    def shuffle(self, items):
        for i in range(len(items), 1, -1):
            j = self.below(i)
            items[i - 1], items[j] = items[j], items[i - 1]


def literal(text):
    return json.dumps(text, ensure_ascii=False) + "@en"


def write_vocabulary(labels, numbers, out):
    with open(out, "w", encoding="utf-8") as file:
        file.write("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n")
        for label in labels:
            parts = ["a skos:Concept", "skos:prefLabel " + literal(label["name"])]
            parts += ["skos:altLabel " + literal(synonym) for synonym in label.get("synonyms", [])]
            parts += [f"skos:broader <{LABEL}{numbers[above]}>" for above in label.get("parents", []) if above in numbers]
            file.write(f"<{LABEL}{numbers[label['_id']]}> " + " ;\n    ".join(parts) + " .\n")


def write_documents(papers, carried, numbers, ids, out):
    with open(out, "w", encoding="utf-8") as file:
        for paper in ids:
            text = (papers[paper].get("title", "") + "\n" + papers[paper].get("text", "")).strip()
            subjects = [{"uri": f"{LABEL}{numbers[label]}"} for label in carried[paper]]
            file.write(json.dumps({"document_id": paper, "text": text, "subjects": subjects}) + "\n")


def collection(folder, out):
    labels = [json.loads(line) for line in lines(folder, "labels.jsonl")]
    numbers = {label["_id"]: number for number, label in enumerate(labels)}
    papers = {paper["_id"]: paper for paper in map(json.loads, lines(folder, "corpus.jsonl"))}
    train, dev = judgements(folder, "train"), judgements(folder, "dev")
    if not train or not dev:
        sys.exit(f"export.py: {folder} needs labels of papers in train and in dev, and has {len(train)} and {len(dev)}")
    order = list(dev)
    JavaRandom(17).shuffle(order)
    half = min(MOST_FITTED, len(order) // 2)
    sample = list(train)
    random.Random(17).shuffle(sample)
    write_vocabulary(labels, numbers, out / "labels.ttl")
    for name, carried, ids in (
        ("train", train, list(train)),
        ("train-mllm", train, sample[:MLLM_PAPERS]),
        ("fit", dev, order[:half]),
        ("measure", dev, order[half:]),
    ):
        write_documents(papers, carried, numbers, ids, out / f"{name}.jsonl")
    (out / "labels.json").write_text(json.dumps([label["_id"] for label in labels]), encoding="utf-8")
    print(f"{len(labels)} labels, {len(train)} papers of train, {half} of dev to fit, {len(order) - half} to measure")


def tables(folder):
    """Annif would have NLTK download its tables; the same ones come in a package."""
    from nltk.tokenize.punkt import PunktParameters, save_punkt_params
    from punkt.data import english

    parameters = PunktParameters()
    parameters.abbrev_types = set(english.ABBREV_TYPES)
    parameters.collocations = set(english.COLLOCATIONS)
    parameters.sent_starters = set(english.SENT_STARTERS)
    parameters.ortho_context = dict(english.ORTHO_CONTEXT)
    out = folder / "tokenizers" / "punkt_tab" / "english"
    out.mkdir(parents=True, exist_ok=True)
    save_punkt_params(parameters, str(out))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["collection", folder, out]:
            collection(pathlib.Path(folder), pathlib.Path(out))
        case ["tables", folder]:
            tables(pathlib.Path(folder))
        case _:
            sys.exit(__doc__)
