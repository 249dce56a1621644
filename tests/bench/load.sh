# Sourced after support.sh: wrk on core 1 asks servers on core 0 in rounds, and what that cost.
# $servers begins with certreg. Of each: its address, and the processes whose trees are its CPU. What NAME of $names asks of it
# is in $scratch/targets/SERVER.NAME (see requests.lua), and $scratch/keys are the keys.
declare -A base process
# ROUNDS, SECONDS_A_ROUND and CONNECTIONS in the environment make it longer or shorter.
rounds=${ROUNDS:-5} seconds=${SECONDS_A_ROUND:-1}
load_folder=$(realpath "$(dirname "${BASH_SOURCE[0]}")")

load() {  # SERVER NAME CONNECTIONS SECONDS
  local asked=$scratch/targets/$1.$2
  taskset -c 1 wrk -t1 -c"$3" -d"$4s" -s "$load_folder/requests.lua" "${base[$1]}" -- "$scratch/keys" "$asked" >"$scratch/wrk"
  awk '/^figures/ { good = $2 > 0 && $3 == 0 } END { exit !good }' "$scratch/wrk" ||
    fail "$1 did not answer every request of $2: $(cat "$scratch/wrk")"
}

server_ticks() {  # SERVER
  local of
  for of in ${process[$1]}; do cpu_ticks "$of"; done | awk '{ ticks += $1 } END { print ticks }'
}

# SERVER NAME CONNECTIONS: one line "microseconds-of-CPU-a-request requests-a-second p50 p99" more.
measure() {
  local before after
  : >"$scratch/errors"
  before=$(server_ticks "$1")
  load "$1" "$2" "$3" "$seconds"
  after=$(server_ticks "$1")
  awk -v ticks=$((after - before)) -v hertz="$ticks_a_second" \
    '/^figures/ { printf "%.3f %d %d %d\n", ticks * 1e6 / hertz / $2, $6, $4, $5 }' "$scratch/wrk" >>"$scratch/figures.$1.$2.$3"
}

each() {  # COMMAND...: with SERVER and NAME after its first word
  local server name
  for name in "${names[@]}"; do
    for server in "${servers[@]}"; do "$1" "$server" "$name" "${@:2}"; done
  done
}

measure_rounds() {  # CONNECTIONS...
  local round count
  each load 16 1
  for ((round = 0; round < rounds; ++round)); do
    for count in "$@"; do each measure "$count"; done
  done
}

column() { cut -d' ' -f"$2" "$scratch/figures.$1"; }  # SERVER.NAME.CONNECTIONS NUMBER

show_server() {  # SERVER NAME CONNECTIONS
  local figures=$1.$2.$3
  printf '    %-9s %8.2f us of CPU (%.2f to %.2f) %8d requests/s   p50 %7d us (%d to %d)   p99 %7d us (%d to %d)\n' "$1" \
    "$(column "$figures" 1 | median)" "$(column "$figures" 1 | least)" "$(column "$figures" 1 | most)" \
    "$(column "$figures" 2 | median)" \
    "$(column "$figures" 3 | median)" "$(column "$figures" 3 | least)" "$(column "$figures" 3 | most)" \
    "$(column "$figures" 4 | median)" "$(column "$figures" 4 | least)" "$(column "$figures" 4 | most)"
}

# NAME CONNECTIONS: certreg's CPU over another's in the same round: median, and the least and most.
show_ratios() {
  local server
  for server in "${servers[@]:1}"; do
    paste -d' ' <(column "certreg.$1.$2" 1) <(column "$server.$1.$2" 1) | awk '{ printf "%.3f\n", $1 / $2 }' >"$scratch/ratios"
    printf '    certreg takes %.2f of %s (%.2f to %.2f)\n' \
      "$(median <"$scratch/ratios")" "$server" "$(least <"$scratch/ratios")" "$(most <"$scratch/ratios")"
  done
}

