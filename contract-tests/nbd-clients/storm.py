"""
Many requests at a time over several connections, held against a model in memory.

    storm.py URI SEED REQUESTS CONNECTIONS BASE MODEL

Writes (some forced to the disk), zeroes, trims, flushes, reads and block status of any length and place within
64 MiB from BASE; no two that are under way overlap, so the model says what each read has to find. What the model
holds at the end is written to the file MODEL. Prints how many of each were made.
"""

import collections
import random
import sys

import nbd

SPAN = 64 * 2**20
IN_FLIGHT = 6
LENGTHS = [1, 511, 512, 4096, 4097, 20_000, 65_536, 100_000, 262_144]


class Storm:
    def __init__(self, uri, seed, connections, base):
        self.random = random.Random(seed)
        self.base = base
        self.handles = [self.connect(uri) for _ in range(connections)]
        self.under_way = {}  # (handle, cookie) -> (offset, length, what to do when it is done)
        self.counts = collections.Counter()
        self.model = bytearray(self.handles[0].pread(SPAN // 2, base))
        self.model += self.handles[0].pread(SPAN // 2, base + SPAN // 2)

    @staticmethod
    def connect(uri):
        handle = nbd.NBD()
        handle.add_meta_context("base:allocation")
        handle.connect_uri(uri)
        return handle

    def place(self):
        """A range that nothing under way touches; half of them begin or end at a block's border."""
        while True:
            length = self.random.choice(LENGTHS)
            offset = self.random.randrange(SPAN - length)
            if self.random.random() < 0.5:
                offset -= offset % 4096
            if all(
                offset + length <= at or at + size <= offset
                for at, size, _ in self.under_way.values()
            ):
                return offset, length

    def write(self, handle, offset, length):
        piece = self.random.randbytes(length)
        forced = self.random.random() < 0.1
        self.model[offset : offset + length] = piece
        flags = nbd.CMD_FLAG_FUA if forced else 0
        buffer = nbd.Buffer.from_bytearray(bytearray(piece))
        # The library reads the buffer later and does not hold it; the function that is kept does.
        return handle.aio_pwrite(buffer, self.base + offset, flags=flags), lambda: buffer

    def zero(self, handle, offset, length):
        self.model[offset : offset + length] = bytes(length)
        flags = nbd.CMD_FLAG_NO_HOLE if self.random.random() < 0.5 else 0
        return handle.aio_zero(length, self.base + offset, flags=flags), None

    def trim(self, handle, offset, length):
        self.model[offset : offset + length] = bytes(length)
        return handle.aio_trim(length, self.base + offset), None

    def flush(self, handle, _offset, _length):
        return handle.aio_flush(), None

    def read(self, handle, offset, length):
        buffer = nbd.Buffer(length)

        def check():
            found = buffer.to_bytearray()
            if found != self.model[offset : offset + length]:
                wanted = self.model[offset : offset + length]
                first = next(i for i in range(length) if found[i] != wanted[i])
                sys.exit(f"read of {length} at {self.base + offset}: byte {first} is {found[first]}, not {wanted[first]}")

        return handle.aio_pread(buffer, self.base + offset), check

    def status(self, handle, offset, length):
        told = []

        def extents(context, start, entries, _error):
            if context == "base:allocation":
                told.append((start - self.base, list(entries)))

        def check():
            for start, entries in told:
                for size, flags in zip(entries[0::2], entries[1::2]):
                    end = min(start + size, offset + length)
                    if flags & nbd.STATE_ZERO and any(self.model[max(start, offset) : end]):
                        sys.exit(f"{size} at {self.base + start} are said to be zeros, and are not")
                    start += size
            if not told:
                sys.exit("block status told nothing")

        return handle.aio_block_status(length, self.base + offset, extents), check

    def begin(self, handle):
        kinds = [self.write] * 8 + [self.read] * 6 + [self.zero] * 3 + [self.trim] * 3 + [self.status, self.flush]
        kind = self.random.choice(kinds)
        offset, length = self.place()
        cookie, check = kind(handle, offset, length)
        self.under_way[id(handle), cookie] = (offset, length, check)
        self.counts[kind.__name__] += 1

    def collect(self, handle):
        for key in [key for key in self.under_way if key[0] == id(handle)]:
            if handle.aio_command_completed(key[1]):
                _, _, check = self.under_way.pop(key)
                if check:
                    check()

    def rage(self, requests):
        while requests > 0 or self.under_way:
            for handle in self.handles:
                own = sum(1 for key in self.under_way if key[0] == id(handle))
                while requests > 0 and own < IN_FLIGHT:
                    self.begin(handle)
                    requests -= 1
                    own += 1
                if own > 0:
                    handle.poll(1000)
                    self.collect(handle)
        # What one connection flushes is flushed for all of them.
        self.handles[0].flush()
        for at in range(0, SPAN, 2**20):
            handle = self.random.choice(self.handles)
            if handle.pread(2**20, self.base + at) != self.model[at : at + 2**20]:
                sys.exit(f"the MiB at {self.base + at} is another one in the end")
        for handle in self.handles:
            handle.shutdown()


uri, seed, requests, connections, base, model = sys.argv[1:]
storm = Storm(uri, int(seed), int(connections), int(base))
storm.rage(int(requests))
with open(model, "wb") as file:
    file.write(storm.model)
print(", ".join(f"{count} {name}" for name, count in sorted(storm.counts.items())))
