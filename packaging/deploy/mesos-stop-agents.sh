#!/usr/bin/env bash
# Stops the agent on every host of agents or slaves in the deployment's folder, over ssh.
. "$(dirname "$(readlink -f "$0")")/mesos-deploy.sh"
hosts="$(hosts_in agents slaves)" || exit 1
on_hosts "Stopping mesos-agent" "${sudo}killall mesos-agent" "$hosts"
