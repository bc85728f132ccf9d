"""What schemathesis cannot know of itself: which tenant and which resources there are.

Values that it generates for a path or a body are replaced, most of the time, by what the server has, so that
requests get past "not found"; the rest stay as they are. The choice depends on the generated value alone, so a
seed chooses the same again. Each case is counted, for contract-tests/schemathesis/run.ts to judge.
"""

import atexit
import json
import os
import threading
import urllib.parse
import urllib.request
import zlib
from collections import Counter, defaultdict

import schemathesis

URL = os.environ["FUZZ_URL"]
TOKEN = os.environ["FUZZ_TOKEN"]
TENANT = os.environ["FUZZ_TENANT"]
REPORT = os.environ["FUZZ_REPORT"]
# Path parameters and members of bodies whose values cannot be looked up; lists by the path they are looked up at.
KNOWN = json.loads(os.environ["FUZZ_KNOWN"])

# Members of bodies that are numbers of GB, and the largest that is valid.
SIZES = ("size", "new_size")
LARGEST_SIZE = 2047

# A list that was read is taken for the next cases too: it costs a request.
USES = 40

_lock = threading.Lock()
_lists: dict[str, tuple[int, list]] = {}
_counts: dict[str, Counter] = defaultdict(Counter)


def choice(value) -> int:
    """A number that depends on a generated value."""
    return zlib.crc32(repr(value).encode("utf-8", "surrogatepass"))


def ids_in(answer) -> list:
    """Ids of a list of resources, or keys of a map, in the one member of an answer."""
    found = next(iter(answer.values()), None) if isinstance(answer, dict) else None
    if isinstance(found, list):
        return [item["id"] for item in found if isinstance(item, dict) and "id" in item]
    return list(found) if isinstance(found, dict) else []


def ids_at(path: str) -> list:
    """What the server has below a path just now, the newest first; nothing where there is no list."""
    with _lock:
        left, ids = _lists.get(path, (0, []))
        if left > 0:
            _lists[path] = (left - 1, ids)
            return ids
    request = urllib.request.Request(URL + path, headers={"X-Auth-Token": TOKEN, "Accept": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            ids = ids_in(json.load(answer))
    except (OSError, ValueError):
        ids = []
    with _lock:
        _lists[path] = (USES, ids)
    return ids


def one_of(ids: list, value):
    return ids[(choice(value) >> 8) % len(ids)] if ids else value


def is_kept(value) -> bool:
    return choice(value) % 4 == 0


def names_in(path: str) -> list[str]:
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def with_known_path(path: str, parameters: dict) -> dict:
    """Path parameters with the tenant and with ids that there are below what stands before them in the path."""
    chosen = dict(parameters)
    for name in names_in(path):
        value = chosen.get(name)
        if name == "tenant_id":
            chosen[name] = value if choice(value) % 16 == 0 else TENANT
        elif value is None or is_kept(value):
            continue
        elif name in KNOWN["parameters"]:
            chosen[name] = one_of(KNOWN["parameters"][name], value)
        else:
            above = path[: path.index("/{" + name + "}")]
            quoted = {key: urllib.parse.quote(str(given), safe="") for key, given in chosen.items()}
            chosen[name] = one_of(ids_at(above.format_map(quoted)), value)
    return chosen


def with_known_body(body, lists: dict):
    """The body with ids of resources that there are, where members are named like ids."""
    if isinstance(body, list):
        return [with_known_body(item, lists) for item in body]
    if not isinstance(body, dict):
        return body
    return {
        key: one_of(ids_at(lists[key]), value)
        if key in lists and isinstance(value, (str, int)) and not is_kept(value)
        else with_known_body(value, lists)
        for key, value in body.items()
    }


def with_small_sizes(body):
    """The body with valid sizes of a few GB. A backup has twenty objects for each, whatever the volume holds, and the
    thousands of a large one say no more than those of a small one; what is out of range stays as it is."""
    if isinstance(body, list):
        return [with_small_sizes(item) for item in body]
    if not isinstance(body, dict):
        return body
    return {key: small_size(value) if key in SIZES else with_small_sizes(value) for key, value in body.items()}


def small_size(value):
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return value
    if isinstance(value, str):
        is_number = value.isascii() and value.isdigit()
        return str(small_size(int(value))) if is_number and len(value) <= 4 else value
    return value % 8 + 1 if 8 < value <= LARGEST_SIZE else value


@schemathesis.hook
def before_call(context, case, kwargs):
    """Not by the hooks that map what is generated: what the server has changes, which Hypothesis takes for a
    flaky test and gives up on without a word."""
    path = case.operation.path
    chosen = choice([case.path_parameters, case.query, case.body])
    if case.path_parameters:
        case.path_parameters = with_known_path(path, case.path_parameters)
    lists = next((of for start, of in KNOWN["bodies"].items() if path.startswith(start)), {})
    case.body = with_small_sizes(with_known_body(case.body, lists))
    case.headers = dict(case.headers or {})
    if not any(name.lower() == "accept" for name in case.headers) and chosen % 2 == 0:
        case.headers["Accept"] = "application/xml"


@schemathesis.hook
def after_call(context, case, response):
    with _lock:
        _counts[case.operation.definition.raw.get("operationId", case.operation.label)][response.status_code] += 1


@atexit.register
def write_counts():
    with open(REPORT, "w", encoding="utf-8") as report:
        json.dump(_counts, report)
