"""Servers of a library and small clients of them, for the scripts of this folder."""

import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def can_unshare():
    return shutil.which("unshare") and subprocess.run(
        ["unshare", "--pid", "--fork", "true"], capture_output=True).returncode == 0


OWN_PID_NAMESPACE = ["unshare", "--pid", "--fork", "--kill-child"] if can_unshare() else []


def program(*arguments):
    """A command in a process group, and where it can be in a pid namespace, of its own."""
    log = tempfile.TemporaryFile()  # a pipe that nobody reads would stop the program once it is full
    process = subprocess.Popen(
        [*OWN_PID_NAMESPACE, str(ROOT / "scimult"), *map(str, arguments)],
        stdout=subprocess.DEVNULL, stderr=log, start_new_session=True)
    process.log = log
    return process


def said(process):
    """The last lines of what a program said."""
    process.log.seek(0)
    return process.log.read().decode()[-2000:]


def kill(process):
    """As a power cut for the process: nothing can be done about it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def free_port():
    with socket.socket() as any_free:
        any_free.bind(("127.0.0.1", 0))
        return any_free.getsockname()[1]


def ask(connection, method, path, body=None):
    """The status and the JSON of the answer, None if it is of another kind."""
    connection.request(method, path, None if body is None else json.dumps(body))
    answer = connection.getresponse()
    text = answer.read()
    return answer.status, json.loads(text) if text and "json" in answer.getheader("Content-Type", "") else None


class Server:
    """A served library."""

    def __init__(self, library, *options):
        self.port = free_port()
        self.process = program("serve", library, "--port", self.port, *options)

    def await_ready(self, seconds=120):
        end = time.time() + seconds
        while time.time() < end:
            if self.process.poll() is not None:
                raise SystemExit("the server ended: " + said(self.process))
            try:
                if self.ask("GET", "/health/ready")[0] == 200:
                    return self
            except OSError:
                time.sleep(0.05)
        raise SystemExit("the server is not ready after %d s" % seconds)

    def ask(self, method, path, body=None, timeout=120):
        """The status and the JSON of the answer; OSError where there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            return ask(connection, method, path, body)
        except http.client.HTTPException as failure:
            raise OSError(failure) from failure
        finally:
            connection.close()

    def kill(self):
        kill(self.process)
