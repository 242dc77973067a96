"""Compares the vectors of exported models with those of the program: cosines and speed. Called by check.sh."""

import json
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

LEAST_COSINE = 0.99999
# Of vectors of length 1.
GREATEST_DIFFERENCE = 1e-5
BATCH = 16


def of_length_one(vectors):
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def cosines(found, expected):
    return (of_length_one(found) * of_length_one(expected)).sum(axis=1)


def difference(found, expected):
    return np.abs(of_length_one(found) - of_length_one(expected)).max()


def with_onnx(folder, texts):
    """Vectors and seconds; batches of texts of similar length."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    limit = json.loads((folder / "tokenizer_config.json").read_text())["model_max_length"]
    tokenizer.enable_truncation(limit)
    ids = [tokenizer.encode(text).ids for text in texts]
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), providers=["CPUExecutionProvider"])
    order = sorted(range(len(ids)), key=lambda row: len(ids[row]))
    vectors = [None] * len(ids)
    start = time.perf_counter()
    for first in range(0, len(order), BATCH):
        rows = order[first : first + BATCH]
        longest = max(len(ids[row]) for row in rows)
        tokens = np.zeros((len(rows), longest), dtype=np.int64)
        mask = np.zeros_like(tokens)
        for place, row in enumerate(rows):
            tokens[place, : len(ids[row])] = ids[row]
            mask[place, : len(ids[row])] = 1
        inputs = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        for place, vector in enumerate(session.run(["sentence_embedding"], inputs)[0]):
            vectors[rows[place]] = vector
    return np.stack(vectors), time.perf_counter() - start


def main():
    work = Path(sys.argv[1])
    papers = [json.loads(line) for line in (work / "corpus.jsonl").read_text().splitlines()]
    texts = [" [SEP] ".join(part for part in (p.get("title"), p.get("text")) if part) for p in papers]
    expected = np.load(work / "vectors.npy")
    worst = 1.0
    greatest = 0.0
    if (work / "folder.npy").is_file():
        greatest = difference(np.load(work / "folder.npy"), expected)
        print(f"own folder             greatest difference {greatest:.1e}")
    if (work / "st").is_dir():
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(str(work / "st"), device="cpu")
        vectors = model.encode(texts, batch_size=BATCH)
        found = cosines(vectors, expected)
        worst = min(worst, found.min())
        greatest = max(greatest, difference(vectors, expected))
        print(
            f"sentence-transformers  cosine: least {found.min():.7f}, mean {found.mean():.7f}"
            f"   greatest difference {difference(vectors, expected):.1e}"
        )
    for name in ("fp32", "fp16", "int8"):
        vectors, seconds = with_onnx(work / name, texts)
        found = cosines(vectors, expected)
        size = (work / name / "model.onnx").stat().st_size / 1e6
        print(
            f"ONNX {name}  cosine: least {found.min():.7f}, mean {found.mean():.7f}"
            f"   greatest difference {difference(vectors, expected):.1e}"
            f"   {len(texts) / seconds:6.1f} texts/s   {size:6.1f} MB"
        )
        if name == "fp32":
            worst = min(worst, found.min())
            greatest = max(greatest, difference(vectors, expected))
    sys.exit(0 if worst >= LEAST_COSINE and greatest <= GREATEST_DIFFERENCE else 1)


if __name__ == "__main__":
    main()
