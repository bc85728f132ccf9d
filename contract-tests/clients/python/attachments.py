"""What a compute service asks of volumes while it attaches them and lets go of them."""

from cinderclient.exceptions import BadRequest, NotFound
from telling import call, equal, raises, until, until_gone

SERVER = "9c4b1d5e-0d7b-4ff4-9d5a-25cf7a5a3ab1"
CONNECTOR = {"ip": "127.0.0.1", "host": "compute-1", "initiator": "iqn.1993-08.org.debian:01:1"}


def tell(url, dev, admin):
    volume = until(dev.volumes, dev.volumes.create(1, display_name="to attach"))
    get = dev.volumes.get

    with call("volume.reserve(volume)"):
        volume.reserve(volume)
        equal(get(volume.id).status, "attaching")

    with call("volume.reserve of a reserved one: BadRequest"), raises(BadRequest):
        volume.reserve(volume)

    with call("volume.unreserve(volume)"):
        volume.unreserve(volume)
        equal(get(volume.id).status, "available")

    with call("volume.initialize_connection(volume, connector)"):
        volume.reserve(volume)
        told = volume.initialize_connection(volume, CONNECTOR)
        equal(told["driver_volume_type"], "nbd")

    with call("volume.attach(instance_uuid, mountpoint)"):
        volume.attach(SERVER, "/dev/vdb")
        until(dev.volumes, volume, "in-use")
        [found] = get(volume.id).attachments
        equal((found["server_id"], found["volume_id"], found["device"]), (SERVER, volume.id, "/dev/vdb"))

    with call("volume.delete() of an attached one: BadRequest"), raises(BadRequest):
        volume.delete()

    with call("volume.begin_detaching(volume)"):
        volume.begin_detaching(volume)
        equal(get(volume.id).status, "detaching")

    with call("volume.roll_detaching(volume)"):
        volume.roll_detaching(volume)
        equal(get(volume.id).status, "in-use")

    with call("volume.terminate_connection(volume, connector)"):
        volume.terminate_connection(volume, CONNECTOR)

    with call("volume.detach()"):
        volume.detach()
        equal(until(dev.volumes, volume).attachments, [])

    with call("volume.attach(None, mountpoint, host_name=)"):
        volume.attach(None, "/dev/vdb", host_name="metal-1")
        [found] = until(dev.volumes, volume, "in-use").attachments
        equal((found["host_name"], found["device"]), ("metal-1", "/dev/vdb"))
        volume.detach()
        until(dev.volumes, volume)

    for left in dev.volumes.list():
        left.delete()
        until_gone(dev.volumes, left, NotFound)
