# Sourced after support.sh: wrk on core 1 asks servers on core 0 in rounds, and what that cost.
# $servers begins with certreg. Of each: its address, and the processes whose trees are its CPU. What NAME of $names asks of it
# is in $scratch/targets/SERVER.NAME (see requests.lua); keys are in $scratch/keys.SERVER, else in $scratch/keys.
declare -A base process
# ROUNDS, SECONDS_A_ROUND and CONNECTIONS in the environment make it longer or shorter.
rounds=${ROUNDS:-5} seconds=${SECONDS_A_ROUND:-1}
load_folder=$(realpath "$(dirname "${BASH_SOURCE[0]}")")

# SERVER NAME: asks every target once, slower than a key may ask; the answers are $scratch/answers/SERVER.NAME/LINE.
ask_all() {
  local key folder=$scratch/answers/$1.$2
  mkdir -p "$folder"
  key=$(head -n 1 "$scratch/keys.$1")
  # As JSON, quotes and backslashes are as curl wants them.
  jq -rR --arg base "${base[$1]}" --arg folder "$folder" --arg key "$key" '
    split("\t") as [$target, $body] | [
      if input_line_number > 1 then "next" else empty end,
      "url = \($base + $target | @json)", "output = \("\($folder)/\(input_line_number)" | @json)",
      "header = \("Authorization: Bearer " + $key | @json)",
      if $body then "json = \($body | @json)" else empty end
    ] | .[]' "$scratch/targets/$1.$2" >"$scratch/asked"
  curl -sSf --globoff --rate 900/s -K "$scratch/asked" &&
    [ "$(find "$folder" -type f | wc -l)" = "$(wc -l <"$scratch/targets/$1.$2")" ]
}

load() {  # SERVER NAME CONNECTIONS SECONDS
  taskset -c 1 wrk -t1 -c"$3" -d"$4s" -s "$load_folder/requests.lua" "${base[$1]}" -- \
    "$scratch/keys.$1" "$scratch/targets/$1.$2" >"$scratch/wrk"
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

# NAME CONNECTIONS...
show_figures() {
  local count server
  for count in "${@:2}"; do
    echo "  $count connections"
    for server in "${servers[@]}"; do show_server "$server" "$1" "$count"; done
    show_ratios "$1" "$count"
  done
}

show_server() {  # SERVER NAME CONNECTIONS
  local figures=$1.$2.$3
  printf '    %-12s %8.2f us of CPU (%.2f to %.2f) %8d requests/s   p50 %7d us (%d to %d)   p99 %7d us (%d to %d)\n' "$1" \
    "$(column "$figures" 1 | median)" "$(column "$figures" 1 | least)" "$(column "$figures" 1 | most)" \
    "$(column "$figures" 2 | median)" \
    "$(column "$figures" 3 | median)" "$(column "$figures" 3 | least)" "$(column "$figures" 3 | most)" \
    "$(column "$figures" 4 | median)" "$(column "$figures" 4 | least)" "$(column "$figures" 4 | most)"
}

# NAME CONNECTIONS: certreg's CPU over another's in the same round: median, and the least and most.
show_ratios() {
  local server
  for server in "${servers[@]:1}"; do
    paste -d' ' <(column "certreg.$1.$2" 1) <(column "$server.$1.$2" 1) | awk '{ printf "%.4f\n", $1 / $2 }' >"$scratch/ratios"
    printf '    certreg takes %.3f of %s (%.3f to %.3f)\n' \
      "$(median <"$scratch/ratios")" "$server" "$(least <"$scratch/ratios")" "$(most <"$scratch/ratios")"
  done
}

