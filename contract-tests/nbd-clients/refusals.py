"""
One request that the server has to refuse, and what it is refused with.

    refusals.py CASE URI UNIX_SOCKET_OR_HOST PORT NAME

Ends with 0 and prints the error when it was the protocol's, and when the connection can still be used after it.
"""

import errno
import sys

import nbd

case, uri, *rest = sys.argv[1:]


def connected():
    handle = nbd.NBD()
    # The library would refuse by itself what is not allowed; here the server is asked.
    handle.set_strict_mode(0)
    handle.connect_uri(uri)
    return handle


def negotiating(name):
    host, port = rest[0:2]
    handle = nbd.NBD()
    handle.set_opt_mode(True)
    handle.set_export_name(name)
    handle.connect_tcp(host, port)
    return handle


def refused(wanted, ask):
    try:
        ask()
    except nbd.Error as error:
        if error.errnum not in wanted:
            sys.exit(f"{error.string} ({errno.errorcode.get(error.errnum)})")
        return errno.errorcode[error.errnum]
    sys.exit("it was not refused")


def outside(wanted, ask):
    """Asks for what begins outside, and for what only ends there."""
    handle = connected()
    size = handle.get_size()
    answers = [refused(wanted, lambda: ask(handle, 4096, at)) for at in (size, size - 512, size + 2**40)]
    handle.pread(4096, size - 4096)
    handle.shutdown()
    return answers[0]


def unknown_export():
    handle = negotiating("00000000-0000-4000-8000-000000000000")
    answer = refused({errno.ENOENT}, handle.opt_go)
    # The client may ask for another one instead.
    handle.set_export_name(rest[2])
    handle.opt_go()
    handle.pread(4096, 0)
    handle.shutdown()
    return answer


def list_of_exports():
    handle = negotiating(rest[2])
    answer = refused({errno.EPERM, errno.ENOTSUP, errno.EINVAL}, lambda: handle.opt_list(lambda *_: 0))
    handle.opt_go()
    handle.pread(4096, 0)
    handle.shutdown()
    return answer


def ignored(*_):
    return 0


cases = {
    "read": lambda: outside({errno.EINVAL}, lambda handle, length, at: handle.pread(length, at)),
    "write": lambda: outside({errno.ENOSPC, errno.EINVAL}, lambda handle, length, at: handle.pwrite(bytes(length), at)),
    "trim": lambda: outside({errno.ENOSPC, errno.EINVAL}, lambda handle, length, at: handle.trim(length, at)),
    "zero": lambda: outside({errno.ENOSPC, errno.EINVAL}, lambda handle, length, at: handle.zero(length, at)),
    "unknown-export": unknown_export,
    "list": list_of_exports,
}
print(cases[case]())
