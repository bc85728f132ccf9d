"""
A client that goes on writing until it is cut off.

    writer.py URI

Writes the numbers 1, 2, 3, ... into blocks of 4 KiB, one behind the other. Prints `ready` after the first, and at
the end a line of JSON: the last number that the server has acknowledged, and the errors that followed.
"""

import errno
import json
import sys
import time

import nbd

BLOCK = 4096
BLOCKS = 1000

handle = nbd.NBD()
handle.connect_uri(sys.argv[1])
number = 0
errors = []
until = time.monotonic() + 60
while time.monotonic() < until:
    number += 1
    try:
        handle.pwrite(number.to_bytes(8, "little") * (BLOCK // 8), (number % BLOCKS) * BLOCK)
    except nbd.Error as error:
        errors.append(errno.errorcode.get(error.errnum, error.string))
        number -= 1
        if handle.aio_is_dead() or handle.aio_is_closed():
            break
        time.sleep(0.01)
        continue
    if number == 1:
        print("ready", flush=True)
    time.sleep(0.001)
print(json.dumps({"acknowledged": number, "errors": sorted(set(errors)), "cut": handle.aio_is_dead() or handle.aio_is_closed()}))
