#!/usr/bin/env bash
# Starts a daemon in the background: mesos-daemon.sh PROGRAM [FLAG…]
# Reads PROGRAM-env.sh of the deployment's folder first.
deploy_dir="${MESOS_ETC:-/etc}/mesos"
sbin="${MESOS_SBIN:-/usr/sbin}"

if [[ $# -eq 0 ]]; then
  echo "Usage: mesos-daemon.sh <program> [flags]" >&2
  exit 1
fi
program="$1"
shift

# More files and connections than a login shell may have; as many as allowed where that fails.
ulimit -n 8192 2>/dev/null || ulimit -n "$(ulimit -Hn)"

# shellcheck source=/dev/null
[[ -e $deploy_dir/$program-env.sh ]] && . "$deploy_dir/$program-env.sh"

nohup "$sbin/$program" "$@" </dev/null >/dev/null 2>&1 &
