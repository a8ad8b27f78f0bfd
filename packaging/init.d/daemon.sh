#!/bin/sh
### BEGIN INIT INFO
# Provides:          @name@
# Required-Start:    $network $remote_fs $syslog
# Required-Stop:     $network $remote_fs $syslog
# Should-Start:      mesos-zookeeper zookeeper
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: @description@
### END INIT INFO

# For systems without systemd, and for containers: where systemd runs, this asks it instead.
# The texts are those that upstart had.
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
name=@name@
pidfile=/run/$name.pid
keeper=/run/$name.respawn.pid

# Settings, and this is one, outlive the package.
[ -x /usr/lib/mesos/respawn ] || exit 0

[ -r /lib/lsb/init-functions ] && . /lib/lsb/init-functions

# The daemon's pid, while it runs.
pid() {
  pid=$(cat "$pidfile" 2>/dev/null) && kill -0 "$pid" 2>/dev/null && echo "$pid"
}

running() {
  start-stop-daemon --status --pidfile "$keeper" --name respawn
}

# Waits until the daemon is there: not longer than it may take to fork.
tell_running() {
  tries=100
  while [ "$tries" -gt 0 ]; do
    if process=$(pid); then
      echo "$name start/running, process $process"
      return 0
    fi
    sleep 0.1
    tries=$((tries - 1))
  done
  echo "start: $name did not start; see syslog and /var/log/mesos" >&2
  return 1
}

start() {
  if running; then
    echo "start: Job is already running: $name" >&2
    return 0
  fi
  if [ -r /etc/default/@defaults@ ]; then
    set -a
    . /etc/default/@defaults@
    set +a
  fi
  start-stop-daemon --start --quiet --background --make-pidfile --pidfile "$keeper" \
    --startas /usr/lib/mesos/respawn -- "$pidfile" @command@ &&
    tell_running
}

stop() {
  if ! running; then
    echo "stop: Unknown instance:" >&2
    return 0
  fi
  start-stop-daemon --stop --quiet --pidfile "$keeper" --name respawn \
    --retry TERM/30/KILL/5 --remove-pidfile || return 1
  echo "$name stop/waiting"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  restart | force-reload) stop 2>/dev/null; start ;;
  try-restart) if running; then stop; start; fi ;;
  status)
    if running && process=$(pid); then
      echo "$name start/running, process $process"
    elif running; then
      echo "$name start/post-stop"
    else
      echo "$name stop/waiting"
      exit 3
    fi
    ;;
  *)
    echo "Usage: /etc/init.d/$name {start|stop|restart|try-restart|force-reload|status}" >&2
    exit 2
    ;;
esac
