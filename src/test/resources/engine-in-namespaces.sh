# Runs a Docker engine in mount, network, pid, uts and ipc namespaces of its own, and ends it with all that it started.
#
#   unshare --mount --uts --ipc --net --pid --fork --kill-child --mount-proc sh engine-in-namespaces.sh SHARED CGROUP
#
# SHARED is a directory of the machine with the engine's daemon.json, in which its socket appears; all else that the engine writes is in
# memory and goes with the mount namespace. CGROUP is the engine's parent in every cgroup hierarchy.
# This shell is the first process of the pid namespace: when its standard input ends, because whoever started it has
# closed it or has died in any way, the engine is stopped; when this shell ends, the kernel ends what is left.
set -eu
shared=$1 cgroup=$2

mount --make-rprivate /
mkdir -p /etc/docker
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/lock /run/cgroups /run/etc-docker /run/data /run/exec
mount --rbind /sys/fs/cgroup /run/cgroups # a sysfs of this network namespace, with the cgroups back in their place
mount -t sysfs sysfs /sys
mount --rbind /run/cgroups /sys/fs/cgroup
mount --bind /run/etc-docker /etc/docker
cp "$shared/daemon.json" /etc/docker/daemon.json
hostname engine
ip link set lo up

dockerd --data-root /run/data --exec-root /run/exec --pidfile /run/docker.pid -H "unix://$shared/docker.sock" \
  --storage-driver overlay2 --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/$cgroup" --init \
  --shutdown-timeout 3 </dev/null >"$shared/log" 2>&1 &

cat >/dev/null

kill "$!" 2>/dev/null || true
wait "$!" || true
rm -rf "$shared"
find /sys/fs/cgroup -depth -type d -path "*/$cgroup*" -exec rmdir {} + 2>/dev/null || true
