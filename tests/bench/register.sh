# Sourced after support.sh by the measurements that need a register with something to ask: a made-up world
# (tests/bench/world), its rows as plain tables, and lists of what may be asked of it.

# DATA CERTIFICATES ASKED: a world of that size comes into the service that runs on DATA; ASKED noisy names are kept
# beside it. Sets $world.
import_world() {
  local answer
  world=$scratch/world
  ninja -C "$build" --quiet make_world
  "$build/make_world" "$world" --certificates "$2" --queries "$3" >/dev/null
  answer=$("$build/certreg" import "$world/register.csv" --data "$1" --accept --json)
  [ "$(jq '.counts.accepted' <<<"$answer")" = "$(wc -l <"$world/register.jsonl")" ] ||
    fail "the import did not take the world: $answer"
}

# DATA [DATABASE]: psql on the service's own PostgreSQL, which takes root and the service's user.
own_psql() { psql -qXAt -v ON_ERROR_STOP=1 -h "$1/run" -U certreg -d "${2:-certreg}" "${@:3}"; }

# COUNT: of the lines on stdin, each once. Reads all of them, since a writer whose reader leaves fails.
first_ones() { awk -v most="$1" '!seen[$0]++ && ++count <= most'; }

# DATA COUNT: targets of look-ups by id.
supplier_targets() {
  own_psql "$1" certreg -c "select '/v1/suppliers/' || id from supplier order by md5(id::text) limit $2"
}

# COUNT: targets of verify, of holders in the world with a service that their certificate names.
verify_targets() {
  jq -r 'select(.services != []) | "/v1/verify?entity=\(.holders[0].name | @uri)&standard=\(.standard | @uri)" +
    "&service=\(.services[0] | @uri)"' "$world/register.jsonl" | first_ones "$1"
}

# COUNT: targets of searches, names as people write them.
search_targets() {
  jq -r '"/v1/suppliers?q=\(.query | @uri)&limit=25"' "$world/queries.jsonl" | first_ones "$1"
}

# DATA DATABASE: the newest version of every supplier and certificate as plain tables (tables.sql) in a database of their
# own in the same PostgreSQL.
make_tables() {
  local bench table
  bench=$(dirname "${BASH_SOURCE[0]}")
  own_psql "$1" certreg -c "create database $2"
  own_psql "$1" "$2" -f "$bench/tables.sql"
  for table in supplier certificate; do
    own_psql "$1" certreg -f "$bench/$table.sql" | own_psql "$1" "$2" -c "copy $table from stdin"
  done
  own_psql "$1" "$2" -c "vacuum analyze"
}
