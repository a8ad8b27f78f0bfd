#!/usr/bin/env bash
# Starts a agent on every host of agents or slaves in the deployment's folder, over ssh.
. "$(dirname "$(readlink -f "$0")")/mesos-deploy.sh"
hosts="$(hosts_in agents slaves)" || exit 1
on_hosts "Starting mesos-agent" "${sudo}$sbin/mesos-daemon.sh mesos-agent </dev/null >/dev/null" "$hosts"
