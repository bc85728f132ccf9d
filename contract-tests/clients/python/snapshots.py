"""Snapshots, and volumes made from them."""

from cinderclient.exceptions import BadRequest, Forbidden, NotFound
from telling import call, equal, raises, until, until_gone


def tell(url, dev, admin):
    snapshots = dev.volume_snapshots
    volume = until(dev.volumes, dev.volumes.create(1, display_name="origin"))
    made = []

    with call("volume_snapshots.create(volume_id, display_name=, display_description=)"):
        one = snapshots.create(volume.id, display_name="one", display_description="first")
        made.append(one)
        one = until(snapshots, one)
        equal((one.display_name, one.display_description), ("one", "first"))
        equal((one.volume_id, one.size), (volume.id, 1))

    with call("snapshot.progress, snapshot.project_id"):
        equal((one.progress, one.project_id), ("100%", "dev"))

    with call("volume_snapshots.create(volume_id, force=True) of a volume in use"):
        dev.volumes.attach(volume, "9c4b1d5e-0d7b-4ff4-9d5a-25cf7a5a3ab1", "/dev/vdb")
        with raises(BadRequest):
            snapshots.create(volume.id)
        forced = snapshots.create(volume.id, force=True, display_name="forced")
        made.append(forced)
        until(snapshots, forced)
        dev.volumes.detach(volume)
        until(dev.volumes, volume)

    with call("volume_snapshots.list(), list(detailed=False)"):
        equal({found.id for found in snapshots.list()}, {snapshot.id for snapshot in made})
        equal(len(snapshots.list(detailed=False)), len(made))

    with call("volume_snapshots.list(search_opts={'display_name':, 'status':, 'volume_id':})"):
        found = snapshots.list(
            search_opts={"display_name": "one", "status": "available", "volume_id": volume.id}
        )
        equal([snapshot.id for snapshot in found], [one.id])
        equal(snapshots.list(search_opts={"status": "error"}), [])

    with call("volume_snapshots.list(search_opts={'all_tenants': 1}) as administrator"):
        found = admin.volume_snapshots.list(search_opts={"all_tenants": 1, "display_name": "one"})
        equal([snapshot.id for snapshot in found], [one.id])

    with call("volume_snapshots.find(display_name=)"):
        equal(snapshots.find(display_name="one").id, one.id)

    with call("snapshot.update(display_name=, display_description=)"):
        one.update(display_name="renamed", display_description="changed")
        found = snapshots.get(one.id)
        equal((found.display_name, found.display_description), ("renamed", "changed"))

    with call("snapshot.set_metadata({...})"):
        equal(one.set_metadata({"a": "1", "b": "2"})._info, {"a": "1", "b": "2"})

    with call("snapshot.update_all_metadata({...})"):
        equal(one.update_all_metadata({"b": "3", "c": "4"})["metadata"], {"b": "3", "c": "4"})

    with call("snapshot.delete_metadata([...])"):
        one.delete_metadata(["b"])
        with raises(NotFound):
            one.delete_metadata(["b"])

    with call("snapshot.metadata"):
        equal(snapshots.get(one.id).metadata, {"c": "4"})

    with call("volumes.create(2, snapshot_id=)"):
        copy = until(dev.volumes, dev.volumes.create(2, snapshot_id=one.id, display_name="copy"))
        equal((copy.snapshot_id, copy.size), (one.id, 2))

    with call("snapshot.reset_state('error') as administrator"):
        admin.volume_snapshots.get(one.id).reset_state("error")
        equal(snapshots.get(one.id).status, "error")

    with call("snapshot.reset_state('available') as a member: Forbidden"), raises(Forbidden):
        one.reset_state("available")

    with call("snapshot.delete()"):
        while made:
            snapshot = made.pop()
            snapshot.delete()
            until_gone(snapshots, snapshot, NotFound)
        equal(snapshots.list(), [])

    for left in dev.volumes.list():
        left.delete()
        until_gone(dev.volumes, left, NotFound)
