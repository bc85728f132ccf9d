"""Volumes: made in every way, found, changed and removed."""

from cinderclient.exceptions import BadRequest, Forbidden, NotFound
from telling import call, equal, member, raises, until, until_gone

IMAGE = "62560ce2-ee31-4ee6-bc9b-81a98fd3d52b"


def tell(url, dev, admin):
    made = []

    def create(*args, **options):
        volume = dev.volumes.create(*args, **options)
        made.append(volume)
        return until(dev.volumes, volume)

    with call("volumes.create(1, display_name=, display_description=, metadata=)"):
        one = create(1, display_name="one", display_description="the first", metadata={"rack": "12"})
        equal((one.display_name, one.display_description, one.size), ("one", "the first", 1))
        equal((one.metadata, one.bootable, one.attachments), ({"rack": "12"}, "false", []))
        equal((one.snapshot_id, one.source_volid, one.volume_type), (None, None, "None"))

    with call("volumes.create(1, availability_zone=)"):
        other = create(1, display_name="two", availability_zone="nova")
        equal(other.availability_zone, "nova")

    with call("volumes.create(1, volume_type=)"):
        equal(create(1, display_name="fast", volume_type="SSD").volume_type, "SSD")

    with call("volumes.create(2, source_volid=)"):
        clone = create(2, display_name="clone", source_volid=one.id)
        equal((clone.source_volid, clone.size), (one.id, 2))

    with call("volumes.create(1, imageRef=)"):
        image = create(1, display_name="from image", imageRef=IMAGE)
        equal(image.bootable, "true")
        equal(image.volume_image_metadata["image_id"], IMAGE)

    with call("volumes.get(id), volume.get()"):
        equal(dev.volumes.get(one.id).display_name, "one")

    with call("volumes.list(), the newest first"):
        equal([volume.id for volume in dev.volumes.list()], [volume.id for volume in reversed(made)])

    with call("volumes.list(detailed=False)"):
        equal(len(dev.volumes.list(detailed=False)), len(made))

    with call("volumes.list(limit=)"):
        equal([volume.id for volume in dev.volumes.list(limit=1)], [made[-1].id])

    with call("volumes.list(search_opts={'display_name':, 'status':})"):
        found = dev.volumes.list(search_opts={"display_name": "one", "status": "available"})
        equal([volume.id for volume in found], [one.id])
        equal(dev.volumes.list(search_opts={"display_name": "one", "status": "error"}), [])

    with call("volumes.list(search_opts={'metadata':})"):
        found = dev.volumes.list(search_opts={"metadata": {"rack": "12"}})
        equal([volume.id for volume in found], [one.id])

    with call("volumes.find(display_name=), volumes.findall(status=)"):
        equal(dev.volumes.find(display_name="two").id, other.id)
        equal(len(dev.volumes.findall(status="available")), len(made))

    with call("volumes.list(search_opts={'all_tenants': 1}) as administrator"):
        found = admin.volumes.list(search_opts={"all_tenants": 1, "display_name": "one"})
        equal(getattr(found[0], "os-vol-tenant-attr:tenant_id"), "dev")
        member("os-vol-host-attr:host", found[0]._info)

    with call("volume.update(display_name=, display_description=)"):
        one.update(display_name="renamed", display_description="changed")
        found = dev.volumes.get(one.id)
        equal((found.display_name, found.display_description), ("renamed", "changed"))
        equal((found.metadata, found.id), ({"rack": "12"}, one.id))

    with call("volumes.set_metadata(volume, {...})"):
        equal(dev.volumes.set_metadata(one, {"row": "3"})._info, {"rack": "12", "row": "3"})

    with call("volume.update_all_metadata({...})"):
        equal(one.update_all_metadata({"shelf": "4", "row": "5"})["metadata"], {"shelf": "4", "row": "5"})

    with call("volumes.delete_metadata(volume, [...])"):
        dev.volumes.delete_metadata(one, ["row"])
        equal(dev.volumes.get(one.id).metadata, {"shelf": "4"})

    with call("volumes.delete_metadata of a key that is not there: NotFound"), raises(NotFound):
        dev.volumes.delete_metadata(one, ["row"])

    with call("volumes.extend(volume, 3)"):
        dev.volumes.extend(one, 3)
        equal(until(dev.volumes, one).size, 3)

    with call("volumes.extend to less: BadRequest"), raises(BadRequest):
        dev.volumes.extend(one, 1)

    with call("volumes.update_readonly_flag(volume, True)"):
        dev.volumes.update_readonly_flag(one, True)
        connection = dev.volumes.initialize_connection(one, {"host": "compute-1"})
        equal(connection["data"]["access_mode"], "ro")
        dev.volumes.terminate_connection(one, {"host": "compute-1"})

    with call("volumes.upload_to_image(volume, force, name, format, format)"):
        _, body = dev.volumes.upload_to_image(other, False, "of two", "bare", "raw")
        told = body["os-volume_upload_image"]
        equal((told["status"], told["image_name"]), ("uploading", "of two"))
        until(dev.volumes, other)

    with call("volume.reset_state('error') as administrator"):
        admin.volumes.get(other.id).reset_state("error")
        equal(dev.volumes.get(other.id).status, "error")

    with call("volume.reset_state('available') as a member: Forbidden"), raises(Forbidden):
        dev.volumes.get(other.id).reset_state("available")

    with call("volume.force_delete() as a member: Forbidden"), raises(Forbidden):
        other.force_delete()

    with call("volume.force_delete() as administrator"):
        admin.volumes.reset_state(other, "creating")
        admin.volumes.get(other.id).force_delete()
        until_gone(dev.volumes, other, NotFound)

    with call("volumes.migrate_volume(volume, host, False)"):
        admin.volumes.migrate_volume(one, "elsewhere", False)

    with call("volumes.set_bootable(volume, True)"):
        dev.volumes.set_bootable(one, True)
        equal(dev.volumes.get(one.id).bootable, "true")

    with call("volumes.get_encryption_metadata(id)"):
        dev.volumes.get_encryption_metadata(one.id)

    with call("volume.delete()"):
        for volume in dev.volumes.list():
            volume.delete()
            until_gone(dev.volumes, volume, NotFound)
        equal(dev.volumes.list(), [])
