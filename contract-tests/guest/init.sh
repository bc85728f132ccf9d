#!/bin/busybox sh
# Init of the guest, in its initial RAM disk. The kernel's command line says what to do: guest.do=NAME. What happens
# is told on the console in lines that begin with GUEST.
/bin/busybox mkdir -p /proc /sys /dev /mnt /tmp
/bin/busybox --install -s /bin
export PATH=/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev
exec </dev/console >/dev/console 2>&1

tell() { echo "GUEST $*"; }
off() { poweroff -f; sleep 60; }
fail() { tell failed "$*"; off; }

while read -r module; do
  insmod "/modules/$module.ko" || fail "module $module"
done </modules/order

# Not a moment later than the device is there, which is known when the kernel has looked at it.
awaited() { until [ -b "$1" ]; do usleep 20000; done; }
digest() { sha256sum "$1" | cut -d ' ' -f 1; }

mounted() {
  awaited /dev/vda
  mount -t ext4 "$@" /dev/vda /mnt || fail "mount of /dev/vda"
}

write_file() {
  awaited /dev/vda
  tell device "$(blockdev --getsize64 /dev/vda)"
  /sbin/mke2fs -q -t ext4 -F /dev/vda || fail mke2fs
  tell formatted
  mounted
  # 8 MiB that nobody has seen before, in a folder, and something behind it in the journal.
  mkdir /mnt/folder
  head -c 8388608 /dev/urandom >/mnt/folder/file
  sync
  echo after >/mnt/folder/last
  sync
  tell wrote "$(digest /mnt/folder/file)"
  # As when the power goes: what is mounted stays so, and the journal has to be replayed by whoever mounts it next.
  echo o >/proc/sysrq-trigger
  sleep 60
}

find_file() {
  tell ready
  mounted
  [ "$(cat /mnt/folder/last)" = after ] || fail "the last file is not there"
  tell found "$(digest /mnt/folder/file)"
  umount /mnt
  /sbin/e2fsck -f -n /dev/vda >/tmp/fsck 2>&1 || { cat /tmp/fsck; fail "e2fsck finds damage"; }
  tell clean
  while [ -b /dev/vda ]; do usleep 20000; done
  tell unplugged
  # Whoever has the power plug hangs up first.
  sleep 600
}

boot_root() {
  mounted -o rw
  umount /proc /sys
  mount --move /dev /mnt/dev
  exec switch_root /mnt /sbin/init
}

for word in $(cat /proc/cmdline); do
  case $word in
    guest.do=*) "${word#guest.do=}" ;;
  esac
done
fail "nothing to do"
