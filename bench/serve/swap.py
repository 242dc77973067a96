#!/usr/bin/env python3
"""Serves a library to 20 clients that search and 2 that write, builds a newer index with another model meanwhile, and looks whether a
request failed, a write is missing, or a client had to wait for its own or another server's write.

  bench/serve/swap.py LIBRARY --model NEWER [--servers 1]

Works on a copy. Ends with 1 if one of these is so.
"""

import argparse
import pathlib
import shutil
import tempfile
import threading
import time

import serving


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--servers", type=int, default=1)
    given = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp())
    library = work / "library"
    shutil.copytree(given.library, library)
    servers = [serving.Server(library) for _ in range(given.servers)]
    for server in servers:
        server.await_ready()
    ended = threading.Event()
    failed, searched, seen_after, written = [], [], [], []

    def search(number):
        server = servers[number % len(servers)]
        while not ended.is_set():
            begin = time.time()
            try:
                status, answer = server.ask("GET", f"/api/search?q=drawing+large+graphs+{number}&top=5")
                if status != 200 or not answer["results"]:
                    failed.append((status, answer))
            except OSError as failure:
                failed.append(repr(failure))
            searched.append(time.time() - begin)

    def write(number):
        server, reader = servers[number % len(servers)], servers[(number + 1) % len(servers)]
        count = 0
        while not ended.is_set():
            count += 1
            name = f"swap-{number}-{count}"
            try:
                status, answer = server.ask("PUT", "/api/papers", [{"_id": name, "title": "Written while indexes change " + name}])
                if status != 200:
                    failed.append((status, answer))
                    continue
            except OSError as failure:
                failed.append(repr(failure))
                continue
            begin = time.time()
            while reader.ask("GET", "/api/papers/" + name)[0] != 200:
                if time.time() - begin > 30:
                    failed.append("not seen: " + name)
                    break
            seen_after.append(time.time() - begin)
            written.append(name)

    threads = [threading.Thread(target=search, args=(i,)) for i in range(20)]
    threads += [threading.Thread(target=write, args=(i,)) for i in range(2)]
    for thread in threads:
        thread.start()
    time.sleep(3)
    before = servers[0].ask("GET", "/api/index")[1]
    build = serving.program("library", "reindex", library, "--model", given.model)
    if build.wait() != 0:
        raise SystemExit("the newer index was not built: " + serving.said(build))
    end = time.time() + 60
    while servers[-1].ask("GET", "/api/index")[1]["model"] == before["model"] and time.time() < end:
        time.sleep(0.05)
    changed_over = 60 - (end - time.time())
    time.sleep(3)
    ended.set()
    for thread in threads:
        thread.join()
    after = [server.ask("GET", "/api/index")[1]["model"] for server in servers]
    missing = [name for name in written for server in servers if server.ask("GET", "/api/papers/" + name)[0] != 200]
    for server in servers:
        server.kill()
    searched.sort()
    seen_after.sort()
    print(f"model before: {before['model']}; after: {', '.join(after)}; changed over {changed_over:.2f} s after the build's end")
    print(f"{len(searched):,} searches, p50 {searched[len(searched) // 2]:.3f} s, p99 {searched[int(len(searched) * 0.99)]:.3f} s")
    print(f"{len(written):,} writes; seen by the other reader after p50 {seen_after[len(seen_after) // 2]:.3f} s, "
          f"at most {seen_after[-1]:.3f} s")
    print(f"failed requests: {len(failed)} {failed[:3]}; missing writes: {len(missing)}")
    shutil.rmtree(work)
    raise SystemExit(1 if failed or missing or any(model == before["model"] for model in after) or seen_after[-1] > 1 else 0)


if __name__ == "__main__":
    main()
