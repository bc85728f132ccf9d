"""OpenStack Swift as Debian packages it, in one process: proxy, account, container and object server over a
folder that is given, on free ports of the loopback. Nothing else on the machine is read or written.

    /usr/bin/python3 swift_server.py FOLDER

Prints one line of JSON, {"port": N}, when it answers, and ends when its standard input does.
Users: test:tester / testing has the account AUTH_test, admin:admin / admin may use every account. The S3 API of
Swift is there too, with the same names and passwords as access keys and secrets.
"""

import eventlet

eventlet.monkey_patch()

import json
import os
import sys

from eventlet import wsgi
from swift.common import utils
from swift.common.ring import RingBuilder
from swift.common.storage_policy import reload_storage_policies
from swift.common.wsgi import SwiftHttpProtocol, loadapp

PROXY = """
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck listing_formats bulk s3api tempauth copy container-quotas account-quotas slo dlo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_admin_admin = admin .admin .reseller_admin
user_test_tester = testing .admin
user_test_reader = reading
[filter:copy]
use = egg:swift#copy
[filter:container-quotas]
use = egg:swift#container_quotas
[filter:account-quotas]
use = egg:swift#account_quotas
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
"""

BACKEND = """
[app:{kind}-server]
use = egg:swift#{kind}
[pipeline:main]
pipeline = {kind}-server
"""

DEFAULTS = """
[DEFAULT]
swift_dir = {folder}
devices = {folder}/devices
mount_check = false
user = {user}
log_level = CRITICAL
log_address = {folder}/no-such-socket
fallocate_reserve = 0
"""

# Small enough that a listing of a few names has more than one page.
SWIFT = """
[swift-hash]
swift_hash_path_suffix = suffix
swift_hash_path_prefix = prefix
[storage-policy:0]
name = only
default = yes
[swift-constraints]
container_listing_limit = 25
"""


class Cache:
    """What Swift asks of memcached: here that tokens are known until the process ends."""

    def __init__(self):
        self.values = {}

    def get(self, key, **_):
        return self.values.get(key)

    def set(self, key, value, **_):
        # Facts about containers are asked anew each time; one process has no need of a cache.
        if "/token/" in key or "/user/" in key:
            self.values[key] = value

    def delete(self, key, **_):
        self.values.pop(key, None)


def with_cache(app, cache):
    def call(env, start_response):
        env["swift.cache"] = cache
        return app(env, start_response)

    return call


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def main(folder):
    devices = os.path.join(folder, "devices", "disk")
    os.makedirs(devices, exist_ok=True)
    write(os.path.join(folder, "swift.conf"), SWIFT)
    utils.set_swift_dir(folder)
    utils.validate_hash_conf()
    reload_storage_policies()
    from swift.common import constraints

    constraints.reload_constraints()

    sockets = {kind: eventlet.listen(("127.0.0.1", 0)) for kind in ("account", "container", "object", "proxy")}
    for kind in ("account", "container", "object"):
        ring = RingBuilder(part_power=2, replicas=1, min_part_hours=0)
        port = sockets[kind].getsockname()[1]
        ring.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1, "ip": "127.0.0.1", "port": port, "device": "disk"})
        ring.rebalance()
        ring.get_ring().save(os.path.join(folder, kind + ".ring.gz"))

    user = utils.pwd.getpwuid(os.geteuid()).pw_name if hasattr(utils, "pwd") else "root"
    defaults = DEFAULTS.format(folder=folder, user=user)
    cache = Cache()
    for kind, sock in sockets.items():
        body = PROXY if kind == "proxy" else BACKEND.format(kind=kind)
        app = loadapp(write(os.path.join(folder, kind + ".conf"), defaults + body), global_conf={"log_name": kind})
        if kind == "proxy":
            app = with_cache(app, cache)
        # As Swift's own run_server does.
        eventlet.spawn(
            wsgi.server,
            sock,
            app,
            log=utils.NullLogger(),
            protocol=SwiftHttpProtocol,
            capitalize_response_headers=False,
            max_size=256,
        )
    print(json.dumps({"port": sockets["proxy"].getsockname()[1]}), flush=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
    eventlet.tpool.execute(sys.stdin.read)
    os._exit(0)
