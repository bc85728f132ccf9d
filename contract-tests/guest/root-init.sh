#!/bin/busybox sh
# Init of the system on the image: what runs here has been read from the bootable volume.
export PATH=/bin
busybox mount -t proc proc /proc
exec </dev/console >/dev/console 2>&1
root=$(busybox awk '$2 == "/" && $1 != "rootfs" { print $1, $3 }' /proc/mounts)
echo "GUEST root $root"
echo "GUEST release $(busybox cat /etc/release)"
echo boot >>/var/boots
echo "GUEST boots $(busybox grep -c boot /var/boots)"
busybox sync
busybox mount -o remount,ro /
busybox poweroff -f
