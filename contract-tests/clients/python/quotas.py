"""Quotas of tenants and of classes, and limits."""

from cinderclient.exceptions import Forbidden, OverLimit
from telling import call, equal, member, raises


def tell(url, dev, admin):
    with call("quotas.get(tenant)"):
        found = dev.quotas.get("dev")
        equal((found.volumes, found.snapshots, found.gigabytes), (10, 10, 1000))

    with call("quotas.get(tenant, usage=True)"):
        equal(dev.quotas.get("dev", usage=True).volumes, {"in_use": 0, "limit": 10, "reserved": 0})

    with call("quotas.defaults(tenant)"):
        equal(dev.quotas.defaults("dev").volumes, 10)

    with call("quotas.get(another's tenant): Forbidden"), raises(Forbidden):
        dev.quotas.get("demo")

    with call("quotas.update(tenant, volumes=) as a member: Forbidden"), raises(Forbidden):
        dev.quotas.update("dev", volumes=100)

    with call("quotas.update(tenant, volumes=, snapshots=, gigabytes=) as administrator"):
        told = admin.quotas.update("dev", volumes=0, snapshots=5, gigabytes=-1)
        equal((told.volumes, told.snapshots, told.gigabytes), (0, 5, -1))
        equal(dev.quotas.get("dev").volumes, 0)
        with raises(OverLimit):
            dev.volumes.create(1)

    with call("quotas.delete(tenant) as administrator"):
        admin.quotas.delete("dev")
        equal(dev.quotas.get("dev").volumes, 10)

    with call("quota_classes.get('default')"):
        equal(admin.quota_classes.get("default").volumes, 10)

    with call("quota_classes.update('default', volumes=) as administrator"):
        equal(admin.quota_classes.update("default", volumes=12).volumes, 12)
        equal(dev.quotas.defaults("dev").volumes, 12)
        admin.quota_classes.update("default", volumes=10)

    with call("limits.get().absolute, .rate"):
        limits = dev.limits.get()
        absolute = {limit.name: limit.value for limit in limits.absolute}
        member("maxTotalVolumes", absolute)
        equal((absolute["maxTotalVolumes"], absolute["maxTotalVolumeGigabytes"]), (10, 1000))
        equal(list(limits.rate), [])
