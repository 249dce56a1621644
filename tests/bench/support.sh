# Sourced by tests/bench/*/run: a scratch folder that goes away, processes that end with the script, CPU time, medians.
# Expects $build, the build directory.
set -euo pipefail
unset CERTREG_URL CERTREG_KEY CERTREG_DATA CERTREG_DATABASE
ticks_a_second=$(getconf CLK_TCK)
scratch=$(mktemp -d)
# Started as root, the service becomes another user and has to reach its data.
chmod 711 "$scratch"

fail() {
  echo "bench: $*" >&2
  exit 1
}

# PID [SIGNAL]: ends it, and returns when it has ended.
end() {
  kill -s "${2:-TERM}" "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# The last that was started goes first: it may be a client of those before.
clean_up() {
  local pid
  for pid in $(jobs -p | tac); do
    # A database would wait for its clients.
    if [ "$pid" = "${database:-}" ]; then end "$pid" INT; else end "$pid"; fi
  done
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# PROGRAM ...: starts it and waits for the first line that it prints. Sets $pid and $said.
start() {
  mkfifo "$scratch/said"
  "$@" >"$scratch/said" 2>>"$scratch/errors" &
  pid=$!
  if ! read -r said <"$scratch/said"; then
    cat "$scratch/errors" >&2
    fail "$* did not start"
  fi
  rm "$scratch/said"
}

# Of the service that start_certreg starts; its log goes to $scratch/errors, appended.
log_level=error
serve_options=()

# DATA [PREFIX ...]: the service, by way of a command such as taskset. Sets $pid and $address.
start_certreg() {
  local data=$1
  start "${@:2}" "$build/certreg" serve --sample --data "$data" --listen 127.0.0.1:0 --log-level "$log_level" \
    "${serve_options[@]}"
  address=${said##* }
}

# DATA ROLE COUNT: prints new keys of the service that runs on DATA.
create_keys() {
  local address key number next=''
  read -r address key < <(jq -r '"\(.address) \(.key)"' "$1/service.json")
  for ((number = 1; number <= $3; ++number)); do
    printf '%surl = "%s/v1/keys"\nheader = "Authorization: Bearer %s"\n' "$next" "$address" "$key"
    printf 'json = "{\\"name\\": \\"bench %s %d\\", \\"role\\": \\"%s\\"}"\n' "$2" "$number" "$2"
    next=$'next\n'
  done | curl -sSf -K - | jq -er .key
}

# Nobody listens there now.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); grep -qi ":$(printf %04X "$port") " /proc/net/tcp; do :; done
  echo "$port"
}

# PID: it and all below it.
tree() {
  echo "$1"
  local child
  for child in $(cat "/proc/$1/task/"*/children 2>/dev/null || true); do tree "$child"; done
}

# PID: clock ticks, user and system, of its tree and of the children that have ended.
cpu_ticks() {
  local process
  for process in $(tree "$1"); do cat "/proc/$process/stat" 2>/dev/null || true; done |
    sed 's/.*) //' | awk '{ ticks += $12 + $13 + $14 + $15 } END { print ticks + 0 }'
}

# Numbers on stdin: the one in the middle, the least, the most.
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
least() { sort -n | head -n 1; }
most() { sort -n | tail -n 1; }

# ROWS: a table that the sample's source fictional-register reads, each row of a company of its own.
write_table() {
  awk -v rows="$1" 'BEGIN {
    print "Company,Country,Certificate,Standard,Issued,Valid until,Status,Scope,Services"
    for (row = 1; row <= rows; ++row)
      printf "Sample Company %05d GmbH,DE,BENCH-%05d,ISO/IEC 27001:2022,2025-%02d-%02d,2028-%02d-%02d,active," \
             "\"Operation of the cloud platform Number %d, including its data centres\",\"Number %d\"\n",
             row, row, row % 12 + 1, row % 28 + 1, row % 12 + 1, row % 28 + 1, row, row
  }'
}

# DATA TABLE ROWS: imports into the service that runs on DATA and prints the run as JSON.
import_table() {
  local answer
  answer=$("$build/certreg" import "$2" --data "$1" --source sample-fictional-register --accept --json)
  [ "$(jq '.counts.certificates' <<<"$answer")" = "$3" ] || fail "the import did not take $3 rows: $answer"
  jq -c '.imports[0]' <<<"$answer"
}

# Whoever reads the figures has to know how busy the machine was.
machine() {
  echo "$(nproc) cores, load average before $(cut -d' ' -f1 /proc/loadavg), $(uname -sr)"
}
