#!/usr/bin/env python3
"""Kills servers of one library with -9 at random moments, while papers, label decisions and feedback are written, while a bulk load and
while a newer index is built, and looks whether everything that was acknowledged is there.

  bench/serve/kill.py LIBRARY [--rounds 100] [--servers 1] [--seed 1] [--model MODEL]

Works on a copy of the library, each process in a pid namespace of its own where that is allowed. Ends with 1 if something is missing or
the library does not open.
"""

import argparse
import json
import pathlib
import random
import shutil
import subprocess
import tempfile
import threading
import time

import serving


class Writer(threading.Thread):
    """Writes to a server until it answers no more, and notes what was acknowledged."""

    def __init__(self, server, name, acknowledged, begun, papers, labels):
        super().__init__(daemon=True)
        self.server, self.prefix, self.acknowledged = server, name, acknowledged
        self.papers, self.labels = papers, labels
        self.random = random.Random(name)
        self.begun = begun

    def run(self):
        number = 0
        while True:
            number += 1
            try:
                self.write(f"{self.prefix}-{number}")
            except OSError:
                return

    def write(self, name):
        kind = self.random.randrange(4)
        if kind < 2:
            status, _ = self.server.ask("PUT", "/api/papers", [{"_id": name, "title": "Paper " + name, "text": "Words."}])
            key, value = ("paper", name), True
        elif kind == 2:
            paper, label = self.random.choice(self.papers), self.random.choice(self.labels)
            # Each writer decides on labels of its own papers, so that the last decision is known.
            paper = self.papers[(self.papers.index(paper) // 8) * 8 % len(self.papers)]
            verdict = self.random.choice(["assigned", "rejected"])
            # What is killed before its answer may be in the journal or not: either is right.
            self.begun.append((paper, label, time.time(), verdict))
            status, _ = self.server.ask("PUT", f"/api/papers/{paper}/labels/{label}", {"verdict": verdict})
            key, value = ("label", paper, label, self.prefix), verdict
        else:
            status, _ = self.server.ask(
                "PUT", "/api/feedback", {"on": "search", "query": name, "answer": self.papers[0], "useful": True})
            key, value = ("feedback", name), True
        if status == 200:
            self.acknowledged[key] = (time.time(), value)
        elif status not in (503, 507):
            raise SystemExit(f"{key}: status {status}")


def beside(library, round_number, model, bulk):
    """What runs beside the servers in this round: nothing, a bulk load, or the building of a newer index."""
    if round_number % 3 == 1:
        return serving.program("index", "--out", library, "--add", bulk)
    if round_number % 3 == 2:
        return serving.program("library", "reindex", library, "--model", model)
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--servers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", default="minilm")
    given = parser.parse_args()
    chance = random.Random(given.seed)
    work = pathlib.Path(tempfile.mkdtemp())
    library = work / "library"
    shutil.copytree(given.library, library)
    collection = sorted(library.glob("collection-*"))[-1]
    papers = [json.loads(line)["_id"] for line in open(collection / "corpus.jsonl")][:64]
    labels = [json.loads(line)["_id"] for line in open(collection / "labels.jsonl")][:8]
    bulk = work / "bulk.jsonl"
    bulk.write_text("".join(
        json.dumps({"_id": f"bulk-{i}", "title": f"Bulk paper {i}", "text": "Loaded with many others. " * 20}) + "\n" for i in range(2000)))
    acknowledged, begun = {}, []
    for round_number in range(given.rounds):
        servers = [serving.Server(library) for _ in range(given.servers)]
        for server in servers:
            server.await_ready()
        process = beside(library, round_number, given.model, bulk)
        writers = [Writer(server, f"r{round_number}s{i}w{j}", acknowledged, begun, papers, labels)
                   for i, server in enumerate(servers) for j in range(2)]
        for writer in writers:
            writer.start()
        time.sleep(chance.uniform(0.2, 4))
        if given.servers > 1 and round_number % 2:
            servers[0].kill()
            time.sleep(chance.uniform(0.1, 1))
        for server in servers:
            server.kill()
        if process is not None:
            serving.kill(process)
        for writer in writers:
            writer.join()
        print(f"round {round_number + 1} of {given.rounds}: {len(acknowledged)} acknowledged", flush=True)
    missing = look(serving.Server(library).await_ready(), acknowledged, begun)
    checked = subprocess.run([str(serving.ROOT / "scimult"), "library", "check", str(library)], capture_output=True, text=True)
    print(checked.stdout, checked.stderr, end="")
    print(f"{given.rounds} kills, {given.servers} servers, seed {given.seed}: {len(acknowledged)} acknowledged, {missing} missing")
    shutil.rmtree(work)
    raise SystemExit(1 if missing or checked.returncode else 0)


def look(server, acknowledged, begun):
    missing = 0
    feedback = {entry["query"] for entry in server.ask("GET", "/api/feedback")[1]["judgements"] if entry.get("query")}
    last = {}
    for key, (moment, value) in acknowledged.items():
        if key[0] == "label":
            last.setdefault(key[1:3], []).append((moment, value))
    for key in acknowledged:
        there = (server.ask("GET", "/api/papers/" + key[1])[0] == 200 if key[0] == "paper"
                 else key[1] in feedback if key[0] == "feedback" else True)
        if not there:
            print("missing:", key)
            missing += 1
    for (paper, label), decisions in last.items():
        details = server.ask("GET", "/api/papers/" + paper)[1]
        assigned = label in [entry["id"] for entry in details["labels"]]
        if assigned == (label in details["rejected"]):
            print("neither assigned nor rejected:", paper, label)
            missing += 1
        decisions.sort()
        newest = decisions[-1]
        # Two writers may decide at the same moment: then either of both decisions is right.
        right = {value for moment, value in decisions if newest[0] - moment < 0.5}
        right |= {value for one, other, moment, value in begun if (one, other) == (paper, label) and moment > newest[0] - 0.5}
        if ("assigned" if assigned else "rejected") not in right:
            print("another decision:", paper, label, decisions[-3:], assigned)
            missing += 1
    server.kill()
    return missing


if __name__ == "__main__":
    main()
