#!/usr/bin/env bash
# Starts a master on every host of masters in the deployment's folder, over ssh.
. "$(dirname "$(readlink -f "$0")")/mesos-deploy.sh"
hosts="$(hosts_in masters)" || exit 1
on_hosts "Starting mesos-master" "${sudo}$sbin/mesos-daemon.sh mesos-master </dev/null >/dev/null" "$hosts"
