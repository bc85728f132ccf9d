"""Runs the installed `cinder` once for each line that comes in, in a process of its own that starts at once.

The command imports for half a second before it does anything. Here that is done once, and each command is a fork
that goes on with the installed script itself: the same code, the same arguments, the same environment variables.

Takes lines `{"args": [...], "env": {...}}` and answers each with `{"code": 0, "stdout": "...", "stderr": "..."}`.
"""

import json
import os
import runpy
import sys
import tempfile

# Imported here so that no fork has to; the command finds them loaded.
import cinderclient.shell  # noqa: F401
import cinderclient.v1.client  # noqa: F401
import cinderclient.v1.contrib.list_extensions  # noqa: F401
import cinderclient.v1.shell  # noqa: F401

COMMAND = os.path.join(os.path.dirname(sys.executable), "cinder")


def become(args, env, stdout, stderr):
    """What the child does: it is the command from here on."""
    os.dup2(stdout.fileno(), 1)
    os.dup2(stderr.fileno(), 2)
    os.environ.update(env)
    sys.argv = [COMMAND, *args]
    code = 0
    try:
        runpy.run_path(COMMAND, run_name="__main__")
    except SystemExit as end:
        if isinstance(end.code, str):
            sys.stderr.write(f"{end.code}\n")
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


for line in sys.stdin:
    asked = json.loads(line)
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        child = os.fork()
        if child == 0:
            become(asked["args"], asked["env"], stdout, stderr)
        _, status = os.waitpid(child, 0)
        told = {"code": os.waitstatus_to_exitcode(status)}
        for name, file in (("stdout", stdout), ("stderr", stderr)):
            file.seek(0)
            told[name] = file.read().decode("utf-8", "replace")
    print(json.dumps(told), flush=True)
