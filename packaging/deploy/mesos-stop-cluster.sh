#!/usr/bin/env bash
# Stops all masters and agents of the deployment, over ssh.
here="$(dirname "$(readlink -f "$0")")"

usage() {
  echo "Usage: mesos-stop-cluster.sh [-h] [-s]"
  echo " -h          display this message"
  echo " -s          use sudo to stop mesos-master and mesos-agent"
  exit 1
}

while getopts "hs" option; do
  case "$option" in
    s) export DEPLOY_WITH_SUDO=1 ;;
    *) usage ;;
  esac
done

"$here/mesos-stop-agents.sh" && "$here/mesos-stop-masters.sh" && echo "Everything's stopped!"
