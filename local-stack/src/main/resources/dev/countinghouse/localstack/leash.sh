# Runs a command on a leash: it ends when it ends by itself, or when standard input closes, which
# the kernel does for a parent that was killed.
# usage: sh -c "$(cat leash.sh)" leash LOG SIGNAL TENTHS COMMAND...
log=$1; signal=$2; tenths=$3
shift 3
# Ctrl-C reaches the whole foreground group; only the parent decides about the end.
trap '' INT HUP QUIT
exec 3<&0 2>>"$log"
"$@" 3<&- </dev/null >>"$log" 2>&1 &
child=$!
(
  while read -r _ <&3; do :; done
  # From here on it ends by itself within a tenth of a second after the child; killed in its sleep,
  # it would leave an orphan.
  trap '' TERM
  kill -s "$signal" "$child"
  while [ "$tenths" -gt 0 ]; do
    kill -0 "$child" || exit 0
    sleep 0.1
    tenths=$((tenths - 1))
  done
  kill -s KILL "$child"
) >/dev/null 2>&1 &
watcher=$!
echo "$child"
exec 1>&- 3<&-
wait "$child"
status=$?
kill "$watcher" 2>/dev/null
wait "$watcher"
exit "$status"
