#!/bin/sh
# Runs a program from this checkout, as the scripts in Mesos's build folder do. The program is the
# one that the script, or the link to it, is named after.
here=$(dirname "$(readlink -f "$0")")
programs="$here/../node_modules/.bin"
if [ ! -x "$programs/node" ]; then
  echo "There is no $programs/node: run \`npm ci\` first" >&2
  exit 1
fi
exec "$programs/node" "$programs/$(basename "$0" .sh)" "$@"
