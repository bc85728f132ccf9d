"""The faults, as the client's own classes."""

from cinderclient.exceptions import BadRequest, ClientException, NotFound, OverLimit
from login import client
from telling import call, equal, raises, until, until_gone

NOWHERE = "11111111-2222-3333-4444-555555555555"


def tell(url, dev, admin):
    with call("volumes.get(unknown id): NotFound"), raises(NotFound):
        dev.volumes.get(NOWHERE)

    with call("volume_snapshots.get(unknown id): NotFound"), raises(NotFound):
        dev.volume_snapshots.get(NOWHERE)

    with call("backups.get(unknown id): NotFound"), raises(NotFound):
        dev.backups.get(NOWHERE)

    with call("volume_types.get(unknown id): NotFound"), raises(NotFound):
        dev.volume_types.get(NOWHERE)

    with call("volumes.delete, extend, set_metadata of an unknown id: NotFound"):
        for attempt in (
            lambda: dev.volumes.delete(NOWHERE),
            lambda: dev.volumes.extend(NOWHERE, 2),
            lambda: dev.volumes.set_metadata(NOWHERE, {"a": "b"}),
            lambda: dev.volumes.update(NOWHERE, display_name="x"),
            lambda: dev.volumes.detach(NOWHERE),
        ):
            with raises(NotFound):
                attempt()

    with call("volumes.create(0), create('many'): BadRequest"):
        for size in (0, "many", -1):
            with raises(BadRequest):
                dev.volumes.create(size)

    with call("volumes.create of an unknown type: NotFound"), raises(NotFound):
        dev.volumes.create(1, volume_type="no such")

    with call("volumes.create of an unknown snapshot or source: NotFound"):
        for options in ({"snapshot_id": NOWHERE}, {"source_volid": NOWHERE}):
            with raises(NotFound):
                dev.volumes.create(1, **options)

    with call("volumes.create(2000): OverLimit, with retry_after"):
        try:
            dev.volumes.create(2000)
        except OverLimit as error:
            equal(error.retry_after, 0)
        else:
            raise AssertionError("OverLimit was not raised")

    with call("another tenant's volume: NotFound"):
        volume = until(dev.volumes, dev.volumes.create(1))
        with raises(NotFound):
            client(url, "demo", "demo", "demo").volumes.get(volume.id)

    with call("a fault has its code, its text and the request's id"):
        try:
            dev.volumes.get(NOWHERE)
        except ClientException as error:
            equal((error.code, NOWHERE in error.message), (404, True))
            equal(error.request_id.startswith("req-"), True)

    for left in dev.volumes.list():
        left.delete()
        until_gone(dev.volumes, left, NotFound)
