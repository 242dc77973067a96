"""Computes the files beside it: a tiny random RoBERTa and what Hugging Face's libraries make of it. See README.md.

    python compute.py CORPUS.jsonl     (one JSON object with "title" and "text" a line: what the tokenizer is trained on)
"""

import json
import sys

import numpy
import safetensors.numpy
import tokenizers
import torch
import transformers

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
LENGTH = 128

TEXTS = {
    "empty": "",
    "one-blank": " ",
    "blanks": "     ",
    "one-word": "graphs",
    "blank-before": " graphs",
    "blank-after": "graphs ",
    "two-blanks-before": "  graphs",
    "query": "drawing large graphs",
    "case": "Drawing LARGE Graphs dRaWiNg",
    "several-blanks": "drawing   large    graphs",
    "tabs": "drawing\tlarge\t\tgraphs",
    "new-lines": "drawing\nlarge\n\ngraphs\n",
    "carriage-returns": "drawing\r\nlarge\rgraphs",
    "no-break-space": "drawing\u00a0large\u00a0 graphs",
    "ideographic-space": "drawing\u3000large",
    "thin-space": "10\u200a000\u2009papers",
    "zero-width": "dra\u200bwing\u200d large\ufeff",
    "line-separators": "one\u2028two\u2029three\u0085four",
    "punctuation": "What?! (Really...) -- yes; no: \"perhaps\", 'maybe'.",
    "brackets": "[CLS] {a} <b> [SEP] (c)[1]",
    "contractions": "it's they're I've we'll he'd don't I'm CAN'T It'S",
    "curly": "it\u2019s \u201cquoted\u201d \u2018so\u2019",
    "numbers": "3.14159 1,000,000 2024-01-31 1e-5 007 v2.0",
    "fractions": "\u00bd \u2153 \u00b2 \u00b3 \u2155 \u2460",
    "formula": "E = mc^2, \\alpha_{i,j} \\leq \\sum_{k=1}^n x_k^2",
    "math-signs": "\u2200x\u2208\u211d: x\u00b2\u22650 \u222b\u2211\u221e\u2260\u2248",
    "greek": "\u03b1\u03b2\u03b3 \u0391\u0392\u0393 \u03bb-calculus",
    "cyrillic": "\u0433\u0440\u0430\u0444\u044b \u0413\u0420\u0410\u0424\u042b",
    "accents": "na\u00efve caf\u00e9 \u00dcber \u00c5ngstr\u00f6m",
    "combining": "nai\u0308ve cafe\u0301 A\u030angstro\u0308m",
    "german": "Stra\u00dfe STRASSE \u1e9e gr\u00f6\u00dfer",
    "turkish": "\u0130stanbul \u0131\u015f\u0131k",
    "ligatures": "\ufb01nite \ufb02ow \u0153uvre \u01c6",
    "chinese": "\u56fe\u5f62\u7ed8\u5236 graph \u5927\u578b",
    "japanese": "\u30b0\u30e9\u30d5\u63cf\u753b \u3072\u3089\u304c\u306a \uff8a\uff9d\uff76\uff78",
    "korean": "\uadf8\ub798\ud504 \u1100\u1173",
    "arabic": "\u0631\u0633\u0645 \u0627\u0644\u0628\u064a\u0627\u0646\u064a",
    "hebrew": "\u05d2\u05b0\u05bc\u05e8\u05b8\u05e3",
    "hindi": "\u0917\u094d\u0930\u093e\u092b\u093c",
    "thai": "\u0e01\u0e23\u0e32\u0e1f\u0e02\u0e19\u0e32\u0e14\u0e43\u0e2b\u0e0d\u0e48",
    "emoji": "\U0001f600 graphs \U0001f4c8\U0001f4c9",
    "emoji-family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f44d\U0001f3fd",
    "flags": "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7 \u2764\ufe0f \u2764",
    "mathematical-letters": "\U0001d4d0\U0001d4d1 \U0001d538 \U0001d7d8",
    "private-use": "\ue000\uf8ff \U000f0000",
    "controls": "a\u0001b\u001fc\u007fd",
    "nul": "a\u0000b",
    "replacement": "a\ufffdb",
    "byte-order-mark": "\ufeffgraphs",
    "right-to-left-mark": "a\u200eb\u200fc",
    "soft-hyphen": "co\u00adoperation",
    "long-word": "pneumono" * 30,
    "long-number": "1234567890" * 20,
    "long-blanks": "a" + " " * 150 + "b",
    "dashes": "state-of-the-art \u2013 \u2014 \u2212 \u2011",
    "underscores": "snake_case __init__ a_b",
    "camel": "camelCaseWords HTTPServer2Go",
    "url": "https://example.org/a/b?c=d&e=f#g",
    "mail": "first.last+tag@example.org",
    "code": "for (int i = 0; i < n; ++i) { sum += x[i]; }",
    "special-begin": "<s>graphs</s>",
    "special-inside": "large </s> graphs </s></s> more",
    "special-mask": "drawing <mask> graphs, <mask>graphs and  <mask>  more",
    "special-others": "<pad> <unk> <S> </S> < s >",
    "byte-letters": "\u0120graphs \u010anew \u00c4\u00a0",
    "marks": "a\u0300\u0301\u0302\u0303 Z\u0351\u036b\u0343",
    "surrogate-neighbours": "\ud7ff\ue000",
    "sentence": "Large graphs are hard to draw. We show how! Is it fast? Yes.",
    "abstract": "Node-link diagrams of large graphs suffer from clutter and edge crossings. We present a force-directed "
    "layout with multilevel refinement, which draws graphs of one million vertices within seconds, and compare it with "
    "earlier methods on 42 data sets; 31 participants preferred it (p < 0.01).",
    "long": "the layout of the graph is computed by the method of the paper and " * 20,
}

EMBEDDED = ["empty", "one-word", "query", "emoji", "sentence", "abstract", "formula", "chinese", "long", "contractions"]
LAYERS_OF = ["one-word", "query", "emoji"]
GRADIENTS_OF = ["query", "abstract", "emoji"]


def tokenizer(corpus):
    trained = tokenizers.ByteLevelBPETokenizer(add_prefix_space=False)
    lines = [json.loads(line) for line in open(corpus, encoding="utf-8")]
    texts = [f"{line['title']} {line['text']}" for line in lines[:400]]
    trained.train_from_iterator(texts, vocab_size=600, min_frequency=2, special_tokens=SPECIAL)
    trained.save_model(".")
    return transformers.RobertaTokenizer.from_pretrained(".", model_max_length=LENGTH)


def model(vocabulary):
    torch.manual_seed(20)
    config = transformers.RobertaConfig(
        vocab_size=vocabulary, hidden_size=32, num_hidden_layers=4, num_attention_heads=4, intermediate_size=64,
        max_position_embeddings=LENGTH + 2, type_vocab_size=1, layer_norm_eps=1e-5, pad_token_id=1, bos_token_id=0,
        eos_token_id=2, attn_implementation="eager")
    made = transformers.RobertaModel(config).eval()
    with torch.no_grad():
        for name, weight in made.named_parameters():
            if "LayerNorm.weight" in name:
                weight.copy_(1 + 0.2 * torch.randn_like(weight))
            else:
                weight.copy_(0.2 * torch.randn_like(weight))
    made.save_pretrained(".")
    return made


def vectors(states, ids):
    mean = states.mean(1)[0]
    return {"cls": states[0, 0].tolist(), "mean": mean.tolist(), "mean_normalised": (mean / mean.norm()).tolist()}


def main(corpus):
    encode = tokenizer(corpus)
    encode.save_pretrained(".")
    single = model(len(encode))
    double = transformers.RobertaModel.from_pretrained(".", attn_implementation="eager", dtype=torch.float64).eval()
    ids = {name: encode(text, truncation=True, max_length=LENGTH)["input_ids"] for name, text in TEXTS.items()}
    with open("tokens.jsonl", "w", encoding="utf-8") as out:
        for name, text in TEXTS.items():
            whole = encode(text)["input_ids"]
            out.write(json.dumps({"name": name, "text": text, "ids": whole, "cut": ids[name]}) + "\n")
    with open("expected.jsonl", "w", encoding="utf-8") as out, torch.no_grad():
        for name in EMBEDDED:
            tokens = torch.tensor([ids[name]])
            line = {"name": name, "text": TEXTS[name], "ids": ids[name]}
            line["float64"] = vectors(double(tokens).last_hidden_state, tokens)
            line["float32"] = vectors(single(tokens).last_hidden_state, tokens)
            out.write(json.dumps(line) + "\n")
    states = {}
    with torch.no_grad():
        for name in LAYERS_OF:
            every = double(torch.tensor([ids[name]]), output_hidden_states=True).hidden_states
            for layer, state in enumerate(every):
                states[f"{name}.hidden.{layer}"] = state[0].numpy()
    safetensors.numpy.save_file(states, "hidden_states.safetensors")
    loss = torch.zeros((), dtype=torch.float64)
    for number, name in enumerate(GRADIENTS_OF):
        state = double(torch.tensor([ids[name]])).last_hidden_state
        factors = torch.arange(1, 33, dtype=torch.float64) / 32 + number
        loss = loss + (state[0, 0] * factors).sum() + (state.mean(1)[0] * factors.flip(0)).sum()
    loss.backward()
    gradients = {
        name: weight.grad.numpy().astype(numpy.float64)
        for name, weight in double.named_parameters()
        if weight.grad is not None and "pooler" not in name
    }
    safetensors.numpy.save_file(gradients, "gradients.safetensors")
    versions = {"torch": torch.__version__, "transformers": transformers.__version__, "tokenizers": tokenizers.__version__}
    json.dump(versions, open("versions.json", "w"), indent=1)


main(sys.argv[1])
