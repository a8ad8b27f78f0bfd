/**
 * The supervisor, as a POSIX shell program (dash, bash and busybox ash run it).
 *
 * Arguments: the runtime folder, a version. Its standard streams are /dev/null.
 *
 * One line per request on the `requests` FIFO: `L <container folder> .` launches. SIGTERM ends it.
 * A line that lost its head (the previous supervisor died while reading it) has no `L` and is
 * ignored; the agent sends again what nobody acknowledged.
 *
 * How a monitor comes to be: the supervisor forks F in the foreground, F forks the monitor in
 * the foreground, the monitor kills F. So nobody waits for the monitor, init adopts it, and no
 * `&` was used: POSIX shells make what `&` starts ignore SIGINT and SIGQUIT for ever.
 *
 * The monitor claims the container by creating its `monitor` file exclusively, so a request that
 * was sent twice starts once. That file then is its standard error: line 1 is the monitor's pid,
 * line 2 the task's pid and the machine's uptime when the task wrote it, and what follows is what
 * the shell says when a signal ends the task ("Killed"). A task that exited makes the shell say nothing: that tells exit 137 from
 * SIGKILL. Shells say nothing for SIGINT (130) and SIGPIPE (141): those two are taken as signals.
 *
 * `status` holds the wait(2) status in decimal, as Mesos writes it, written by one write(2).
 * Every FIFO is opened read-write: writing never waits for a reader and never raises SIGPIPE.
 */
export const SUPERVISOR_SCRIPT = `umask 022
exec 3<&- 4<&- 5<&- 6<&- 7<&- 8<&- 9<&-
cd "$1/containers" || exit 1
home=../supervisor
exec 9>>"$home/lock" || exit 1
flock -w 10 9 || exit 1
exec 3<>"$home/requests" 4<>"$home/events" || exit 1
read -r u x </proc/uptime
printf '%s %s %s\\n' $$ "$u" "$2" >"$home/pid"

monitor() {
  exec 3<&- 9>&-
  trap : INT TERM HUP
  kill -9 "$f"
  set -C
  exec 2>"$1/monitor" || exit 1
  set +C
  for m in /proc/self/task/*; do :; done
  m=\${m##*/}
  echo "$m" >&2
  (
    for p in /proc/self/task/*; do :; done
    p=\${p##*/}
    printf %s "$p" >"$1/pid"
    read -r u x </proc/uptime
    echo "$p $u" >&2
    echo "s $1 $m $p $u" >&4
    exec 4>&-
    . "$1/run"
  )
  w=$?
  if [ $w -gt 128 ]; then
    { read -r x; read -r x; read -r text; } <"$1/monitor"
    [ $w = 130 ] || [ $w = 141 ] || [ -n "$text" ]
    if [ $? = 0 ]; then
      w=$((w - 128))
      case $text in *"core dumped"*) w=$((w + 128)) ;; esac
    else
      w=$((w * 256))
    fi
  else
    w=$((w * 256))
  fi
  n=0
  until printf %s $w >"$1/status"; do
    n=$((n + 1))
    [ -d "$1" ] && [ $n -lt 600 ] || break
    sleep 1
  done 2>/dev/null
  echo "x $1 $m $w" >&4
  exit 0
}

bad=0
while [ $bad -lt 100 ]; do
  read -r verb folder end <&3 || { bad=$((bad + 1)); continue; }
  case $verb$end in
    L.)
      (
        for f in /proc/self/task/*; do :; done
        f=\${f##*/}
        ( monitor "$folder" )
        :
      )
      ;;
  esac
done
`;

/** Changes whenever the script or its files change: an older supervisor is then replaced. */
export const SUPERVISOR_VERSION = "1";
