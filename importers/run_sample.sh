#!/usr/bin/env bash
# run_sample.sh PROGRAM LISTEN [DATA]: starts the service, reads the sample, shows the first steps, and stays until it is
# told to stop.
set -euo pipefail
program=$1 listen=$2
if [ "$(id -u)" -eq 0 ]; then default=/var/lib/certreg; else default=${XDG_DATA_HOME:-$HOME/.local/share}/certreg; fi
data=${3:-${CERTREG_DATA:-$default}}
sample=$(dirname "$0")/sample
unset CERTREG_URL CERTREG_KEY

exec 3< <(exec "$program" serve --sample --listen "$listen" --data "$data" --log-level error)
service=$!
# A terminal sends Ctrl-C to the service, too, and a second signal would make it leave in a hurry.
trap ':' INT
trap 'kill "$service" 2>/dev/null || true' TERM
trap 'kill "$service" 2>/dev/null || true' EXIT
read -r -u 3 _ _ _ address || { echo "certreg did not start; the reason stands above" >&2; exit 1; }

for documents in "$sample"/*/documents; do
  name=sample-$(basename "$(dirname "$documents")")
  "$program" import "$documents" --data "$data" --source "$name" >/dev/null
done

key_file=$data/sample-key
key=$(cat "$key_file" 2>/dev/null || true)
if ! CERTREG_URL=$address CERTREG_KEY=${key:-none} "$program" sources list >/dev/null 2>&1; then
  key=$("$program" key create --data "$data" --role reviewer --name "first steps" 2>/dev/null)
  (umask 077 && echo "$key" >"$key_file")
fi

cat <<TEXT

certreg runs at $address with sample data (made-up suppliers); Ctrl-C stops it.

  look in a browser   $address/
  API reference       $address/docs
  a key               $key   (kept in $key_file)
  ask                 curl -H "Authorization: Bearer $key" \\
                        "$address/v1/verify?entity=Sample%20Harbour%20Cloud%20GmbH&standard=27001&service=Harbour%20Compute"
  import              $program import certificate.pdf --data $data
  from the web        $program import https://example.com/trust-centre --data $data
TEXT
trap - EXIT
wait "$service" || true
# After a signal: until it has ended.
while kill -0 "$service" 2>/dev/null; do sleep 0.2; done
