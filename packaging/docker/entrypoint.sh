#!/bin/bash
# The image's first program: `master`, `agent` and `zookeeper` stand for the daemons, anything else
# is run as it is. Flags are given as arguments or as MESOS_<FLAG>, which the programs read.
set -o errexit -o nounset

role="${1:-}"
case "$role" in
  master)
    shift
    export MESOS_WORK_DIR="${MESOS_WORK_DIR:-/var/lib/mesos/master}"
    exec mesos-master "$@"
    ;;
  agent | slave)
    shift
    export MESOS_WORK_DIR="${MESOS_WORK_DIR:-/var/lib/mesos/agent}"
    exec "mesos-$role" "$@"
    ;;
  zookeeper)
    shift
    export MESOS_ZOOKEEPER_DATA_DIR="${MESOS_ZOOKEEPER_DATA_DIR:-/var/lib/mesos/zookeeper}"
    exec mesos-zookeeper "$@"
    ;;
  '' | -*)
    echo "Usage: master|agent|zookeeper [flags], or a command such as: mesos agent list" >&2
    exit 2
    ;;
  *) exec "$@" ;;
esac
