"""Every way in that the client has."""

from cinderclient import client as shared
from cinderclient import exceptions
from cinderclient.v1 import client as v1
from keystoneauth1 import session
from keystoneauth1.identity import v2, v3
from telling import call, equal, raises


def client(url, user, password, tenant):
    return v1.Client(user, password, tenant, auth_url=f"{url}/v2.0", service_type="volume")


def tell(url, dev, admin):
    with call("Client(user, password, tenant, auth_url=.../v2.0)"):
        dev.authenticate()
        equal(dev.client.management_url, f"{url}/v1/dev")
        equal(dev.get_volume_api_version_from_endpoint(), "1")
        equal(dev.volumes.list(), [])

    with call("Client(..., tenant_id=...)"):
        by_id = v1.Client("dev", "dev", tenant_id="dev", auth_url=f"{url}/v2.0", service_type="volume")
        equal(by_id.volumes.list(), [])

    with call("Client(..., auth_url=.../v3)"):
        newer = v1.Client("dev", "dev", "dev", auth_url=f"{url}/v3", service_type="volume")
        equal(newer.volumes.list(), [])

    with call("client.Client('1', ...)"):
        chosen = shared.Client("1", "dev", "dev", "dev", f"{url}/v2.0", service_type="volume")
        equal(chosen.volumes.list(), [])

    with call("Client(session=...) with keystoneauth's v2.Password"):
        auth = v2.Password(f"{url}/v2.0", username="dev", password="dev", tenant_name="dev")
        equal(v1.Client(session=session.Session(auth), service_type="volume").volumes.list(), [])

    with call("Client(session=...) with keystoneauth's v3.Password"):
        auth = v3.Password(
            f"{url}/v3",
            username="dev",
            password="dev",
            project_name="dev",
            user_domain_name="Default",
            project_domain_name="Default",
        )
        equal(v1.Client(session=session.Session(auth), service_type="volume").volumes.list(), [])

    with call("Client(..., bypass_url=.../v1/dev)"):
        bypass = f"{url}/v1/dev"
        passing = v1.Client("dev", "dev", "dev", auth_url=f"{url}/v2.0", bypass_url=bypass)
        equal(passing.volumes.list(), [])
        equal(passing.client.management_url, bypass)

    with call("Client(..., auth_url=.../v1): X-Auth-User and X-Auth-Key"):
        bare = v1.Client("dev", "dev", "dev", auth_url=f"{url}/v1", service_type="volume")
        equal(bare.volumes.list(), [])

    with call("logs in again by itself when its token has ended"):
        dev.client.auth_token = "ended"
        equal(dev.volumes.list(), [])

    with call("a wrong password: Unauthorized"), raises(exceptions.Unauthorized, "credentials are wrong"):
        client(url, "dev", "wrong", "dev").authenticate()

    with call("another's tenant: Unauthorized"), raises(exceptions.Unauthorized):
        client(url, "dev", "dev", "demo").authenticate()

    with call("a zone that there is none of: EndpointNotFound"), raises(Exception, "nowhere"):
        v1.Client(
            "dev", "dev", "dev", auth_url=f"{url}/v2.0", service_type="volume", region_name="nowhere"
        ).authenticate()
