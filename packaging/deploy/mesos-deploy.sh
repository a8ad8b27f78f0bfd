# Sourced by mesos-start-*.sh and mesos-stop-*.sh, which do the same on different hosts.
deploy_dir="${MESOS_ETC:-/etc}/mesos"
sbin="${MESOS_SBIN:-/usr/sbin}"
sudo=''

# shellcheck source=/dev/null
[[ -e $deploy_dir/mesos-deploy-env.sh ]] && . "$deploy_dir/mesos-deploy-env.sh"
[[ ${DEPLOY_WITH_SUDO:-} == 1 ]] && sudo='sudo '

# Prints the hosts of the first of these files that there is: one in a line, `#` leaves one out.
hosts_in() {
  local name
  for name in "$@"; do
    [[ -e $deploy_dir/$name ]] || continue
    grep -v -e '^#' -e '^[[:space:]]*$' "$deploy_dir/$name"
    return 0
  done
  echo "Failed to find $deploy_dir/$1" >&2
  return 1
}

# Runs a command on all hosts at once, and fails when it failed on one.
on_hosts() {
  local what="$1" command="$2" hosts="$3" host pids=() pid failed=0
  for host in $hosts; do
    echo "$what on $host"
    # Options are several words, and the command is for the other side's shell.
    # shellcheck disable=SC2086,SC2029
    ssh ${SSH_OPTS:-} "$host" "$command" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
  return $failed
}
