"""Volume types and their extra specs."""

from cinderclient.exceptions import ClientException, Forbidden, NotFound
from telling import call, equal, member, raises, until, until_gone


def tell(url, dev, admin):
    with call("volume_types.list()"):
        member("SSD", [found.name for found in dev.volume_types.list()])

    with call("volume_types.create(name) as a member: Forbidden"), raises(Forbidden):
        dev.volume_types.create("mine")

    with call("volume_types.create(name) as administrator"):
        fast = admin.volume_types.create("fast")
        equal(fast.name, "fast")
        member(fast.id, [found.id for found in dev.volume_types.list()])

    with call("volume_types.create of a name that is taken: ClientException, code 409"):
        with raises(ClientException, "409"):
            admin.volume_types.create("fast")

    with call("volume_types.get(id), volume_types.find(name=)"):
        equal(dev.volume_types.get(fast.id).name, "fast")
        equal(dev.volume_types.find(name="fast").id, fast.id)

    with call("volume_type.set_keys({...})"):
        equal(dict(fast.set_keys({"rpm": "15000", "raid": "10"})), {"rpm": "15000", "raid": "10"})

    with call("volume_type.get_keys()"):
        equal(admin.volume_types.get(fast.id).get_keys(), {"rpm": "15000", "raid": "10"})

    with call("volume_type.unset_keys([...])"):
        fast.unset_keys(["raid"])
        equal(fast.get_keys(), {"rpm": "15000"})

    with call("volume_type.set_keys as a member: Forbidden"), raises(Forbidden):
        dev.volume_types.get(fast.id).set_keys({"rpm": "1"})

    with call("volumes.create(1, volume_type=) of a new type"):
        volume = until(dev.volumes, dev.volumes.create(1, volume_type="fast"))
        equal(volume.volume_type, "fast")

    for left in dev.volumes.list():
        left.delete()
        until_gone(dev.volumes, left, NotFound)

    with call("volume_types.delete(type) as administrator"):
        admin.volume_types.delete(fast)
        with raises(NotFound):
            dev.volume_types.get(fast.id)

    with call("volume_encryption_types.list()"):
        admin.volume_encryption_types.list()

    with call("qos_specs.list()"):
        admin.qos_specs.list()
