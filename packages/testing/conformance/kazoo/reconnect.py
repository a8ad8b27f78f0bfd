"""A kazoo client whose server is killed and started again: argument 1 is its port.

Prints "ready", waits for a line that says the server is back, and prints what it found.
"""

import sys
import threading

from kazoo.client import KazooClient, KazooState

WAIT_SECONDS = 20

zk = KazooClient(hosts="127.0.0.1:" + sys.argv[1], timeout=20.0)
zk.start(timeout=WAIT_SECONDS)
session = zk.client_id[0]
zk.create("/mine", b"ephemeral", ephemeral=True)
zk.create("/lasting", b"before")
told = threading.Event()
zk.get("/lasting", watch=lambda event: told.set())
back = threading.Event()
away = threading.Event()


def listen(state):
    if state == KazooState.SUSPENDED:
        away.set()
    elif state == KazooState.CONNECTED:
        back.set()


zk.add_listener(listen)
print("ready", flush=True)
sys.stdin.readline()
assert away.wait(WAIT_SECONDS)
assert back.wait(WAIT_SECONDS)
assert zk.client_id[0] == session, "the session is another"
assert zk.get("/mine")[0] == b"ephemeral"
assert zk.get("/lasting")[0] == b"before"
zk.set("/lasting", b"after")
assert told.wait(WAIT_SECONDS), "the watch is lost"
zk.stop()
print("same session", flush=True)
