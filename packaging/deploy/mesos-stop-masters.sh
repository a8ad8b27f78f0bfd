#!/usr/bin/env bash
# Stops the master on every host of masters in the deployment's folder, over ssh.
. "$(dirname "$(readlink -f "$0")")/mesos-deploy.sh"
hosts="$(hosts_in masters)" || exit 1
on_hosts "Stopping mesos-master" "${sudo}killall mesos-master" "$hosts"
