#!/usr/bin/env python3
"""How long searches take alone, and beside a client that has 512 texts embedded in one request after the other.

  bench/serve/beside.py URL CORPUS [--seconds 20]

CORPUS is a corpus.jsonl with the texts to embed; titles drawn from it are the queries. Ends with 1 if a request failed.
"""

import argparse
import http.client
import json
import random
import threading
import time
import urllib.parse

import serving


def require(connection, method, path, body=None):
    status, answer = serving.ask(connection, method, path, body)
    if status != 200:
        raise OSError(f"{method} {path[:60]}: {status} {str(answer)[:300]}")


def searches(host, titles, seconds):
    connection = http.client.HTTPConnection(host, timeout=120)
    draw, took, end = random.Random(1), [], time.time() + seconds
    while time.time() < end:
        begin = time.time()
        require(connection, "GET", "/api/search?q=" + urllib.parse.quote(draw.choice(titles)))
        took.append(1000 * (time.time() - begin))
    took.sort()
    return f"{len(took):,} searches, p50 {took[len(took) // 2]:.0f} ms, p99 {took[int(len(took) * 0.99)]:.0f} ms, slowest {took[-1]:.0f} ms"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("corpus")
    parser.add_argument("--seconds", type=int, default=20)
    given = parser.parse_args()
    host = urllib.parse.urlsplit(given.url).netloc
    with open(given.corpus, encoding="utf-8") as lines:
        papers = [json.loads(line) for _, line in zip(range(5000), lines)]
    titles = [paper["title"] for paper in papers]
    texts = [(paper["title"] + ". " + paper.get("text", ""))[:4000] for paper in papers[:512]]
    searches(host, titles, 5)  # the virtual machine learns
    print("alone:  " + searches(host, titles, given.seconds))
    ended, embedded, failures = threading.Event(), [], []

    def embed():
        connection = http.client.HTTPConnection(host, timeout=300)
        while not ended.is_set():
            begin = time.time()
            try:
                require(connection, "POST", "/v1/embeddings", {"model": "search", "input": texts})
            except OSError as failure:
                failures.append(failure)
                return
            embedded.append(time.time() - begin)

    beside = threading.Thread(target=embed)
    beside.start()
    time.sleep(1)
    print("beside: " + searches(host, titles, given.seconds))
    ended.set()
    beside.join()
    if failures:
        raise SystemExit(f"failed: {failures[0]}")
    print(f"{len(embedded)} requests of {len(texts)} texts meanwhile, {sum(embedded) / len(embedded):.1f} s each")


if __name__ == "__main__":
    main()
