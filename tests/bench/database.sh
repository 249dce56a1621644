# Sourced after support.sh: a PostgreSQL that belongs to the measurement and not to a certreg, to be taken away and brought
# back. On a socket in $scratch/cluster only; whoever may enter that folder is trusted.
postgres_programs=/usr/lib/postgresql/15/bin
database_folder=$scratch/cluster

# As root it needs another user.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then exec setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else exec "$@"; fi
}

# Sets $conninfo.
make_database() {
  install -d -m 711 "$database_folder"
  [ "$(id -u)" -ne 0 ] || chown postgres "$database_folder"
  (cd / && as_postgres "$postgres_programs/initdb" -D "$database_folder/data" -U certreg -A trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-instructions) >"$scratch/initdb" || fail "initdb: $(cat "$scratch/initdb")"
  conninfo="host=$database_folder user=certreg dbname=certreg"
}

database_psql() { psql -qXAt -v ON_ERROR_STOP=1 -h "$database_folder" -U certreg -d "$@"; }

# Returns when it answers. Sets $database.
start_database() {
  (cd / && as_postgres "$postgres_programs/postgres" -D "$database_folder/data" -c listen_addresses= \
    -c unix_socket_directories="$database_folder") 2>>"$scratch/database.log" &
  database=$!
  until database_psql postgres -c "select 1" >/dev/null 2>&1; do
    kill -0 "$database" 2>/dev/null || fail "PostgreSQL: $(tail -n 5 "$scratch/database.log")"
    sleep 0.1
  done
}

# HOW: stop (as an administrator does), kill (as a crash does), freeze (nothing answers, nothing is refused).
take_database_away() {
  local process
  case $1 in
    stop) end "$database" INT ;;
    kill) end "$database" QUIT ;;
    freeze) for process in $(tree "$database"); do kill -s STOP "$process"; done ;;
    *) fail "a database is not taken away by: $1" ;;
  esac
}

bring_database_back() {  # HOW
  local process
  if [ "$1" != freeze ]; then start_database; return; fi
  for process in $(tree "$database"); do kill -s CONT "$process"; done
}
