"""python-cinderclient as a library, from login to clean-up, against the server at the address that is given.

Each row that it prints is a call of the client with what the script looked at; a call that fails does not stop
what comes after it.
"""

import logging
import sys

import attachments
import backups
import errors
import login
import quotas
import services
import snapshots
import volume_types
import volumes

# The client warns at each start that version 1 will go one day.
logging.disable(logging.WARNING)

url = sys.argv[1]
dev = login.client(url, "dev", "dev", "dev")
admin = login.client(url, "admin", "admin", "dev")

for section in (login, volumes, snapshots, backups, volume_types, attachments, quotas, services, errors):
    section.tell(url, dev, admin)
