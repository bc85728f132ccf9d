"""Backups, restored to a volume that is given and to a new one."""

from cinderclient.exceptions import NotFound
from telling import call, equal, member, until, until_gone


def tell(url, dev, admin):
    volume = until(dev.volumes, dev.volumes.create(1, display_name="to keep"))

    with call("backups.create(volume_id, container=, name=, description=)"):
        made = dev.backups.create(volume.id, container="kept", name="one", description="first")
        backup = until(dev.backups, made)
        equal((backup.volume_id, backup.size, backup.container), (volume.id, 1, "kept"))

    with call("backup.name, backup.description"):
        equal((backup.name, backup.description), ("one", "first"))

    with call("backups.create(volume_id)"):
        plain = until(dev.backups, dev.backups.create(volume.id))
        equal(plain.container, "volumebackups")

    with call("backups.list(), list(detailed=False)"):
        equal({found.id for found in dev.backups.list()}, {backup.id, plain.id})
        equal(len(dev.backups.list(detailed=False)), 2)

    with call("backups.get(id)"):
        equal(dev.backups.get(backup.id).object_count > 0, True)

    with call("backups.find(display_name=)"):
        equal(dev.backups.find(display_name="one").id, backup.id)

    with call("restores.restore(backup_id, volume_id)"):
        restored = dev.restores.restore(backup.id, volume.id)
        equal(restored.volume_id, volume.id)
        until(dev.volumes, volume)
        until(dev.backups, backup)

    with call("restores.restore(backup_id)"):
        restored = dev.restores.restore(backup.id)
        new = dev.volumes.get(restored.volume_id)
        member(str(backup.id), new.display_name)
        until(dev.volumes, new)
        until(dev.backups, backup)

    with call("backup.delete()"):
        for found in dev.backups.list():
            found.delete()
            until_gone(dev.backups, found, NotFound)
        equal(dev.backups.list(), [])

    for left in dev.volumes.list():
        left.delete()
        until_gone(dev.volumes, left, NotFound)
