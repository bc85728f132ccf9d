"""What the sections of the script share: rows, and ways to look at what a call gave."""

import contextlib
import json
import sys
import time

WITHIN_S = 60


@contextlib.contextmanager
def call(name):
    """One row of the table: the calls in its block work, or the row says what was raised."""
    began = time.monotonic()
    row = {"call": name, "ok": True}
    try:
        yield
    except Exception as error:  # whatever a client may raise is what the row has to tell
        row.update(ok=False, detail=f"{type(error).__name__}: {error}"[:500])
    row["ms"] = round((time.monotonic() - began) * 1000)
    # The client itself prints to stdout on some errors; a row has a line of its own and a mark.
    sys.stdout.write(f"\n{json.dumps({'row': row})}\n")
    sys.stdout.flush()


@contextlib.contextmanager
def raises(kind, saying=None):
    """The block raises `kind`, the client's own class for the fault, and the fault's own words reach it."""
    try:
        yield
    except kind as error:
        if saying is not None and saying not in str(error):
            raise AssertionError(f"{kind.__name__} says {str(error)!r} and not {saying!r}") from error
        return
    raise AssertionError(f"{kind.__name__} was not raised")


def equal(found, expected):
    if found != expected:
        raise AssertionError(f"{found!r} and not {expected!r}")


def member(found, among):
    if found not in among:
        raise AssertionError(f"{found!r} is not among {among!r}")


def until(manager, resource, status="available"):
    """The resource as it is once it has the status."""
    deadline = time.monotonic() + WITHIN_S
    pause = 0.01
    while True:
        found = manager.get(resource.id)
        if found.status == status:
            return found
        if found.status.startswith("error") or time.monotonic() > deadline:
            raise AssertionError(f"{found!r} went to {found.status} and not to {status}")
        time.sleep(pause)
        pause = min(pause * 2, 0.5)


def until_gone(manager, resource, not_found):
    deadline = time.monotonic() + WITHIN_S
    pause = 0.01
    while True:
        try:
            found = manager.get(resource.id)
        except not_found:
            return
        if time.monotonic() > deadline:
            raise AssertionError(f"{found!r} is still there, {found.status}")
        time.sleep(pause)
        pause = min(pause * 2, 0.5)
