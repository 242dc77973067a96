"""Makes models of BERT-base's size with random weights. Called by run.sh.

    make.py SMALL OUT

SMALL is a model folder whose tokenizer is taken. OUT gets base/, a plain BERT in Hugging Face's layout, and release.ckpt, a
checkpoint as SciMult's release has them: two encoders with the same weights, three attention experts in every second block.
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

LAYERS, HIDDEN, HEADS, INNER, POSITIONS = 12, 768, 12, 3072, 512
EXPERTS = 3


def norm(name):
    return {f"{name}.weight": torch.ones(HIDDEN), f"{name}.bias": torch.zeros(HIDDEN)}


def linear(name, out, into):
    return {f"{name}.weight": torch.randn(out, into) * 0.02, f"{name}.bias": torch.randn(out) * 0.02}


def embeddings(vocabulary):
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(vocabulary, HIDDEN) * 0.02,
        "embeddings.position_embeddings.weight": torch.randn(POSITIONS, HIDDEN) * 0.02,
        "embeddings.token_type_embeddings.weight": torch.randn(2, HIDDEN) * 0.02,
    }
    return weights | norm("embeddings.LayerNorm")


def block(index, experts):
    name = f"encoder.layer.{index}"
    weights = {}
    for place, part in [("self", "query"), ("self", "key"), ("self", "value"), ("output", "dense")]:
        if experts:
            for expert in range(EXPERTS):
                weights |= linear(f"{name}.attention.{place}.moe_{part}.{expert}", HIDDEN, HIDDEN)
        else:
            weights |= linear(f"{name}.attention.{place}.{part}", HIDDEN, HIDDEN)
    weights |= norm(f"{name}.attention.output.LayerNorm") | norm(f"{name}.output.LayerNorm")
    return weights | linear(f"{name}.intermediate.dense", INNER, HIDDEN) | linear(f"{name}.output.dense", HIDDEN, INNER)


def bert(vocabulary, experts):
    weights = embeddings(vocabulary)
    for index in range(LAYERS):
        weights |= block(index, experts and index % 2 == 1)
    return weights


def main():
    small, out = Path(sys.argv[1]), Path(sys.argv[2])
    torch.manual_seed(17)
    base = out / "base"
    base.mkdir(parents=True)
    for file in small.iterdir():
        if file.name.startswith(("tokenizer", "vocab", "special_tokens")):
            shutil.copy(file, base)
    vocabulary = json.loads((small / "config.json").read_text())["vocab_size"]
    config = {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "vocab_size": vocabulary,
        "hidden_size": HIDDEN,
        "num_hidden_layers": LAYERS,
        "num_attention_heads": HEADS,
        "intermediate_size": INNER,
        "max_position_embeddings": POSITIONS,
        "type_vocab_size": 2,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
    }
    (base / "config.json").write_text(json.dumps(config))
    save_file(bert(vocabulary, False), str(base / "model.safetensors"), metadata={"format": "pt"})
    encoder = bert(vocabulary, True)
    # Cloned, so that the file holds both encoders, as the release's do.
    weights = {f"question_model.encoder.{name}": tensor for name, tensor in encoder.items()}
    weights |= {f"ctx_model.encoder.{name}": tensor.clone() for name, tensor in encoder.items()}
    settings = {"do_lower_case": True, "sequence_length": 256, "mean_pool": False}
    torch.save({"model_dict": weights, "offset": 0, "epoch": 1, "encoder_params": settings}, out / "release.ckpt")


if __name__ == "__main__":
    main()
