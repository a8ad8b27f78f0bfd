"""Kazoo's recipes against the coordinator on the port that is the first argument.

Prints one line for each recipe that works; the first failure ends the run.
"""

import subprocess
import sys
import threading
import time

from kazoo.client import KazooClient, KazooState
from kazoo.exceptions import (
    BadVersionError,
    NoAuthError,
    NodeExistsError,
    NoNodeError,
    NotEmptyError,
    RolledBackError,
)
from kazoo.recipe.watchers import ChildrenWatch, DataWatch
from kazoo.security import make_digest_acl

HOSTS = "127.0.0.1:" + sys.argv[1]
WAIT_SECONDS = 10


def client(**options):
    started = KazooClient(hosts=HOSTS, timeout=4.0, **options)
    started.start(timeout=WAIT_SECONDS)
    return started


def until(condition, what):
    deadline = time.monotonic() + WAIT_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain for " + what
        time.sleep(0.01)


def nodes(zk):
    zk.ensure_path("/nodes/deep")
    assert zk.create("/nodes/a", b"one") == "/nodes/a"
    data, stat = zk.get("/nodes/a")
    assert (data, stat.version, stat.dataLength) == (b"one", 0, 3)
    zk.set("/nodes/a", b"two", version=0)
    for refusal, call in [
        (BadVersionError, lambda: zk.set("/nodes/a", b"x", version=0)),
        (NodeExistsError, lambda: zk.create("/nodes/a")),
        (NoNodeError, lambda: zk.get("/nodes/b")),
        (NotEmptyError, lambda: zk.delete("/nodes")),
    ]:
        try:
            call()
        except refusal:
            continue
        raise AssertionError(refusal)
    first = zk.create("/nodes/s-", sequence=True)
    second = zk.create("/nodes/s-", sequence=True, ephemeral=True)
    assert first < second and second.endswith("0000000003"), (first, second)
    assert sorted(zk.get_children("/nodes"))[:2] == ["a", "deep"]
    zk.delete("/nodes", recursive=True)


def lock(zk, other):
    held = zk.Lock("/lock", "first")
    assert held.acquire(timeout=WAIT_SECONDS)
    waiting = other.Lock("/lock", "second")
    assert not waiting.acquire(blocking=False)
    assert "first" in held.contenders()
    got = threading.Event()
    thread = threading.Thread(target=lambda: waiting.acquire() and got.set())
    thread.start()
    until(lambda: len(held.contenders()) == 2, "the second contender")
    held.release()
    assert got.wait(WAIT_SECONDS)
    thread.join()
    waiting.release()


def election(zk, other):
    leaders = []
    first = zk.Election("/election", "first")
    second = other.Election("/election", "second")
    started = threading.Event()
    go = threading.Event()

    def lead_first():
        leaders.append("first")
        started.set()
        go.wait(WAIT_SECONDS)

    threads = [threading.Thread(target=first.run, args=(lead_first,))]
    threads[0].start()
    assert started.wait(WAIT_SECONDS)
    threads.append(threading.Thread(target=second.run, args=(lambda: leaders.append("second"),)))
    threads[1].start()
    until(lambda: len(first.contenders()) == 2, "the second candidate")
    go.set()
    for thread in threads:
        thread.join(WAIT_SECONDS)
    assert leaders == ["first", "second"], leaders


def party(zk, other):
    here = zk.Party("/party", "here")
    there = other.Party("/party", "there")
    here.join()
    there.join()
    until(lambda: sorted(here) == ["here", "there"], "both at the party")
    there.leave()
    until(lambda: list(here) == ["here"], "one who leaves")
    here.leave()


def queue(zk, other):
    line = zk.Queue("/queue")
    for item in [b"1", b"2", b"3"]:
        line.put(item)
    assert [other.Queue("/queue").get() for _ in range(3)] == [b"1", b"2", b"3"]
    locking = zk.LockingQueue("/locking-queue")
    locking.put(b"work")
    worker = other.LockingQueue("/locking-queue")
    assert worker.get(timeout=WAIT_SECONDS) == b"work"
    assert worker.consume()
    assert len(locking) == 0


def watches(zk, other):
    zk.ensure_path("/watched")
    seen, children = [], []
    DataWatch(zk, "/watched", lambda data, stat: seen.append(data))
    ChildrenWatch(zk, "/watched", lambda names: children.append(sorted(names)))
    until(lambda: seen == [b""], "the first look")
    other.set("/watched", b"new")
    until(lambda: seen == [b"", b"new"], "the new data")
    other.create("/watched/child")
    until(lambda: children[-1:] == [["child"]], "the child")
    other.delete("/watched", recursive=True)
    until(lambda: seen[-1] is None, "the end of the node")


def counter(zk, other):
    ours, theirs = zk.Counter("/counter"), other.Counter("/counter")
    ours += 2
    theirs += 3
    ours -= 1
    assert theirs.value == 4


def barrier(zk, other):
    gate = zk.Barrier("/barrier")
    gate.create()
    passed = threading.Event()
    thread = threading.Thread(target=lambda: other.Barrier("/barrier").wait() and passed.set())
    thread.start()
    assert not passed.is_set()
    gate.remove()
    assert passed.wait(WAIT_SECONDS)
    thread.join()
    both = []

    def enter(who):
        meeting = who.DoubleBarrier("/double", 2)
        meeting.enter()
        both.append(who)
        meeting.leave()

    threads = [threading.Thread(target=enter, args=(who,)) for who in (zk, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT_SECONDS)
    assert len(both) == 2


def transaction(zk):
    good = zk.transaction()
    good.create("/transaction", b"1")
    good.set_data("/transaction", b"2")
    good.check("/transaction", version=1)
    assert good.commit()[0] == "/transaction"
    bad = zk.transaction()
    bad.set_data("/transaction", b"3")
    bad.delete("/nothing")
    results = bad.commit()
    assert isinstance(results[0], RolledBackError) and isinstance(results[1], NoNodeError), results
    assert zk.get("/transaction")[0] == b"2"


def acls(zk):
    owner = client(auth_data=[("digest", "bob:secret")])
    acl = make_digest_acl("bob", "secret", all=True)
    owner.create("/private", b"secret", acl=[acl])
    assert owner.get("/private")[0] == b"secret"
    try:
        zk.get("/private")
        raise AssertionError("a stranger reads what is private")
    except NoAuthError:
        pass
    owner.delete("/private")
    owner.stop()


def expiry(zk):
    doomed = client()
    doomed.create("/doomed", ephemeral=True)
    states = []
    doomed.add_listener(states.append)
    gone = threading.Event()
    zk.exists("/doomed", watch=lambda event: gone.set())
    # The connection is cut and its session ended from elsewhere, as by a network that is gone.
    thief = KazooClient(hosts=HOSTS, timeout=4.0, client_id=doomed.client_id)
    thief.start(timeout=WAIT_SECONDS)
    thief.stop()
    assert gone.wait(WAIT_SECONDS)
    until(lambda: KazooState.LOST in states, "the loss of the session")
    until(lambda: doomed.connected, "a new session")
    assert doomed.exists("/doomed") is None
    doomed.stop()
    # Nothing is heard of a client that is killed, though nobody closed anything.
    code = "import sys, os, signal; from kazoo.client import KazooClient as K; "
    code += "z = K(hosts=sys.argv[1], timeout=2.0); z.start(); z.create('/silent', ephemeral=True); "
    code += "os.kill(os.getpid(), signal.SIGKILL)"
    subprocess.run([sys.executable, "-c", code, HOSTS], check=False)
    ended = threading.Event()
    assert zk.exists("/silent", watch=lambda event: ended.set()) is not None
    assert ended.wait(WAIT_SECONDS)


def main():
    zk, other = client(), client()
    for recipe in (nodes, transaction, acls):
        recipe(zk)
        print(recipe.__name__, flush=True)
    for recipe in (lock, election, party, queue, watches, counter, barrier):
        recipe(zk, other)
        print(recipe.__name__, flush=True)
    expiry(zk)
    print("expiry", flush=True)
    version = zk.server_version()
    assert version == (3, 8, 0), version
    zk.stop()
    other.stop()


main()
