#!/usr/bin/env bash
# Starts all masters and agents of the deployment, over ssh.
here="$(dirname "$(readlink -f "$0")")"

usage() {
  echo "Usage: mesos-start-cluster.sh [-h] [-s]"
  echo " -h          display this message"
  echo " -s          use sudo to start mesos-master and mesos-agent"
  exit 1
}

while getopts "hs" option; do
  case "$option" in
    s) export DEPLOY_WITH_SUDO=1 ;;
    *) usage ;;
  esac
done

"$here/mesos-start-masters.sh" && "$here/mesos-start-agents.sh" && echo "Everything's started!"
