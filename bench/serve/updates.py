#!/usr/bin/env python3
"""Changes papers of a running server one at a time, from several clients at once, and prints how long an acknowledged change took.

  bench/serve/updates.py URL CORPUS [--count 10000] [--clients 4] [--seed 1]

CORPUS is the corpus.jsonl of what is served: papers drawn from it get two further words in the title. Ends with 1 if a change failed or
the last ones are not to be seen.
"""

import argparse
import concurrent.futures
import http.client
import json
import random
import time
import urllib.parse

import serving


def drawn(corpus, count, seed):
    """Lines drawn without putting back, in a random order."""
    draw = random.Random(seed)
    with open(corpus, encoding="utf-8") as lines:
        total = sum(1 for _ in lines)
    chosen = set(draw.sample(range(total), min(count, total)))
    with open(corpus, encoding="utf-8") as lines:
        papers = [json.loads(line) for number, line in enumerate(lines) if number in chosen]
    draw.shuffle(papers)
    return papers


def change(host, papers):
    connection = http.client.HTTPConnection(host, timeout=120)
    seconds, failed = [], []
    for number, paper in enumerate(papers):
        paper["title"] += f" changed {number}"
        begin = time.time()
        status, answer = serving.ask(connection, "PUT", "/api/papers", [paper])
        seconds.append(time.time() - begin)
        if status != 200:
            failed.append((paper["_id"], status, answer))
    return seconds, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("url")
    parser.add_argument("corpus")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    host = urllib.parse.urlsplit(given.url).netloc
    papers = drawn(given.corpus, given.count, given.seed)
    begin = time.time()
    with concurrent.futures.ThreadPoolExecutor(given.clients) as clients:
        ended = list(clients.map(lambda i: change(host, papers[i::given.clients]), range(given.clients)))
    over = time.time() - begin
    seconds = sorted(second for times, _ in ended for second in times)
    failed = [failure for _, failures in ended for failure in failures]
    time.sleep(1)
    connection = http.client.HTTPConnection(host, timeout=120)
    unseen = [paper["_id"] for paper in papers[-100:]
              if serving.ask(connection, "GET", "/api/papers/" + urllib.parse.quote(paper["_id"], safe=""))[1].get("title") != paper["title"]]
    print(f"{len(seconds):,} papers changed one at a time by {given.clients} clients in {over:.0f} s: "
          f"p50 {seconds[len(seconds) // 2] * 1000:.1f} ms, p99 {seconds[int(len(seconds) * 0.99)] * 1000:.1f} ms; "
          f"failed {len(failed)} {failed[:2]}; unseen of the last 100: {len(unseen)}")
    raise SystemExit(1 if failed or unseen else 0)


if __name__ == "__main__":
    main()
