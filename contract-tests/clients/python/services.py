"""What the service says of itself."""

from cinderclient import extension
from cinderclient.v1 import client as v1
from cinderclient.v1.contrib import list_extensions
from telling import call, equal, member


def tell(url, dev, admin):
    with call("availability_zones.list()"):
        [zone] = dev.availability_zones.list()
        equal((zone.zoneName, zone.zoneState), ("nova", {"available": True}))

    with call("availability_zones.list(detailed=True) as administrator"):
        equal(admin.availability_zones.list(detailed=True)[0].zoneName, "nova")

    with call("list_extensions.show_all()"):
        known = extension.Extension("list_extensions", list_extensions)
        extended = v1.Client(
            "dev", "dev", "dev", auth_url=f"{url}/v2.0", service_type="volume", extensions=[known]
        )
        found = extended.list_extensions.show_all()
        member("os-volume-actions", [item.alias for item in found])
        for item in found:
            equal(bool(item.summary and item.name and item.updated), True)

    with call("services.list() as administrator"):
        equal([found.state for found in admin.services.list()], ["up"])

    with call("transfers.list()"):
        dev.transfers.list()
