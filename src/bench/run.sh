#!/usr/bin/env bash
# Measures a running Weir on this machine, and the peer beside it, and prints the result as Markdown. See README.md.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

export WEIR_URL=${WEIR_URL:-http://127.0.0.1:9080} TENANT=${TENANT:-platform} ACCOUNTS=${ACCOUNTS:-200}
export CROWD=${CROWD:-10000} DASHBOARD_ROWS=${DASHBOARD_ROWS-100000 10000000} PYTHONDONTWRITEBYTECODE=1
DURATION=${DURATION:-20} WARMUP=${WARMUP:-30} CONNECTIONS=${CONNECTIONS:-1 16 64} PEER=${PEER:-} PEER_PORT=${PEER_PORT:-8390}
EVENT_CONNECTIONS=${EVENT_CONNECTIONS:-16} PARTS=${PARTS:-} CLOSING=${CLOSING-1000 10000 100000}
WEIR_DB_URL=${WEIR_DB_URL:-} WEIR_DB_USER=${WEIR_DB_USER:-weir} WEIR_DB_PASSWORD=${WEIR_DB_PASSWORD:-}
PEER_DB_USER=${PEER_DB_USER:-$WEIR_DB_USER} PEER_DB_PASSWORD=${PEER_DB_PASSWORD:-$WEIR_DB_PASSWORD}
charges=$WEIR_URL/api/metering/charges charge='{"meter":"calls","quantity":1}'
work='' peer_tables='' peer_pid='' prepared='' figures=''
declare -A measured warm

say() { echo "bench: $*" >&2; }
fail() { say "$@"; exit 1; }

check_surroundings() {
  local tool number
  for tool in wrk python3 curl timeout; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
  done
  [[ $WEIR_URL =~ ^https?://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?$ ]] || fail "WEIR_URL has to be on this machine, without a path: $WEIR_URL"
  [[ -n ${WEIR_ADMIN_PASSWORD:-} ]] || fail "WEIR_ADMIN_PASSWORD is not set"
  for number in "$DURATION" "$WARMUP" "$ACCOUNTS" "$CROWD" "$PEER_PORT" "$EVENT_CONNECTIONS" $CONNECTIONS; do
    [[ $number =~ ^[1-9][0-9]{0,4}$ ]] || fail "not a number that makes sense here: $number"
  done
  ((DURATION <= 300 && WARMUP <= 300 && ACCOUNTS <= 200)) || fail "at most 300 s for DURATION and WARMUP, and 200 ACCOUNTS"
  ((CROWD <= 10000 && EVENT_CONNECTIONS <= 256)) || fail "at most 10000 for CROWD, and 256 EVENT_CONNECTIONS"
  for number in $DASHBOARD_ROWS; do
    [[ $number =~ ^[1-9][0-9]{2,7}$ ]] && ((number <= 15000000)) || fail "DASHBOARD_ROWS are from 100 to 15000000: $number"
  done
  for number in $CLOSING; do
    [[ $number =~ ^[1-9][0-9]{1,5}$ ]] && ((number <= 100000)) || fail "CLOSING are from 10 to 100000: $number"
  done
  [[ -z $(printf '%s\n' $DASHBOARD_ROWS | sort | uniq -d) ]] || fail "DASHBOARD_ROWS twice the same: $DASHBOARD_ROWS"
  curl -fsS -m 5 -o /dev/null "$WEIR_URL/api/ping" || fail "nothing answers at $WEIR_URL/api/ping"
}

choose_parts() {
  local part possible="admission events half"
  [[ -z $fsync_counter ]] || possible+=" crowd"
  [[ -z $PEER ]] || possible+=" bare"
  [[ -z $fsync_counter || -z $DASHBOARD_ROWS ]] || possible+=" dashboards"
  [[ -z $fsync_counter || -z $CLOSING ]] || possible+=" closing"
  PARTS=${PARTS:-$possible}
  for part in $PARTS; do
    [[ " $possible " == *" $part "* ]] || fail "PARTS: '$part' is none of what these settings allow: $possible"
  done
  wants admission || ACCOUNTS=1
}

wants() { [[ " $PARTS " == *" $1 "* ]]; }

# --- the database's own figures

db_address() { # host and port out of jdbc:mariadb://host:port/name
  [[ $WEIR_DB_URL =~ ^jdbc:mariadb://([^:/]+)(:([0-9]+))?/([^?]+) ]] || return 1
  db_host=${BASH_REMATCH[1]} db_port=${BASH_REMATCH[3]:-3306} db_name=${BASH_REMATCH[4]}
}

sql() { # as USER with PASSWORD, in DATABASE if one is given: the statements on standard input
  MYSQL_PWD=$2 mariadb --batch --skip-column-names --connect-timeout=5 -h "$db_host" -P "$db_port" -u "$1" "${@:3}"
}

weir_sql() { sql "$WEIR_DB_USER" "$WEIR_DB_PASSWORD" <<<"$1"; }

in_weir() { sql "$WEIR_DB_USER" "$WEIR_DB_PASSWORD" "$db_name"; }

# Newer MariaDB has no counter of log flushes any more; the one of all flushes stands in.
find_fsync_counter() {
  fsync_counter=''
  if [[ -z $WEIR_DB_URL ]]; then
    say "WEIR_DB_URL is not set: no fsyncs per call, no crowd, no dashboards"
  elif ! command -v mariadb >/dev/null; then
    say "the mariadb client is not installed: no fsyncs per call, no crowd, no dashboards"
  elif ! db_address; then
    fail "WEIR_DB_URL is not of the form jdbc:mariadb://host:port/name"
  else
    fsync_counter=$(weir_sql "SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_os_log_fsyncs', 'Innodb_data_fsyncs')" \
      | cut -f1 | sort | tail -n 1) || fail "the database does not answer to WEIR_DB_USER and WEIR_DB_PASSWORD"
    database=$(weir_sql "SELECT CONCAT(VERSION(), ', innodb_flush_log_at_trx_commit=', @@innodb_flush_log_at_trx_commit,
      ', sync_binlog=', IF(@@log_bin, @@sync_binlog, 'no binary log'))")
  fi
}

fsyncs() {
  if [[ -n $fsync_counter ]]; then weir_sql "SHOW GLOBAL STATUS LIKE '$fsync_counter'" | cut -f2; else echo 0; fi
}

# --- measuring: METHOD, BODY or BODIES or BATCH, CREDENTIALS and PAUSE go to requests.lua through the environment

load() { # URL CONNECTIONS SECONDS: the line of figures that requests.lua writes
  timeout $(($3 + 30)) wrk -t1 -c"$2" -d"$3s" --timeout 10s -s "$here/requests.lua" "$1" | grep '^{'
}

figure() { # NAME of the last line of figures
  [[ $figures =~ \"$1\":([0-9.]+) ]] && echo "${BASH_REMATCH[1]}"
}

reckon() { python3 -c "print(round(max(0, $1), 3))"; }

keep_cell() { # PART SYSTEM ROUTE WHO CREDENTIAL CONNECTIONS FSYNCS
  printf '{"part":"%s","system":"%s","route":"%s","who":"%s","credential":"%s","connections":%d,"batch":%d,"fsyncs":%d,"load":%s}\n' \
    "${@:1:6}" "${BATCH:-1}" "$7" "$figures" >>"$work/cells"
  say "$2 $3, $4, $5, $6 connections: $figures"
}

cell() { # PART SYSTEM ROUTE WHO CREDENTIAL CONNECTIONS URL
  local before
  before=$(fsyncs)
  figures=$(load "$7" "$6" "$DURATION") || fail "wrk did not finish on $7"
  keep_cell "${@:1:6}" $(($(fsyncs) - before))
}

unmeasured() { # URL CONNECTIONS SECONDS: usage like any other, but no line of the table
  figures=$(load "$1" "$2" "$3") || fail "wrk did not finish on $1"
  printf '{"connections":%d,"batch":%d,"load":%s}\n' "$2" "${BATCH:-1}" "$figures" >>"$work/warmups"
}

# --- Weir

accounts() { python3 "$here/accounts.py" "$1" "$work"; }

dashboards() { python3 "$here/dashboards.py" "$1" "$work"; }

# An access token lives for minutes, a run for longer.
fresh_tokens() {
  if (($(date +%s) + DURATION + WARMUP + 30 > $(cat "$work/expires" 2>/dev/null || echo 0))); then accounts sign-in; fi
}

warm_up_charges() { # CREDENTIAL: once
  local -x METHOD=POST BODY=$charge CREDENTIALS=$work/all.$1
  [[ -z ${warm[$1]:-} ]] || return 0
  warm[$1]=yes
  say "warming up charges with $1 for $WARMUP s"
  fresh_tokens
  unmeasured "$charges" 64 "$WARMUP"
}

charge_line() { # WHO CREDENTIAL CONNECTIONS
  local -x METHOD=POST BODY=$charge CREDENTIALS=$work/$1.$2
  warm_up_charges "$2"
  fresh_tokens
  cell charges weir "POST /api/metering/charges" "$1" "$2" "$3" "$charges"
  measured["$1 $2 $3"]=$figures
}

hot_line() { # CONNECTIONS: with JWT, unless there is one already
  [[ -n ${measured["hot jwt $1"]:-} ]] || charge_line hot jwt "$1"
  figures=${measured["hot jwt $1"]}
}

measure_admission() {
  local connections who credential
  say "warming up the no-op route for $WARMUP s"
  local -x METHOD=GET
  load "$WEIR_URL/api/ping" 64 "$WARMUP" >/dev/null || fail "wrk did not finish on $WEIR_URL/api/ping"
  for connections in $CONNECTIONS; do cell no-op weir "GET /api/ping" nobody none "$connections" "$WEIR_URL/api/ping"; done
  warm_up_charges jwt
  warm_up_charges key
  for who in hot all; do
    for connections in $CONNECTIONS; do
      charge_line "$who" jwt "$connections"
      [[ $who == all ]] || beside_hot_line "$connections"
      charge_line "$who" key "$connections"
    done
  done
}

beside_hot_line() { # CONNECTIONS: what is compared with that line, in the same minute
  if (($1 == 1)) && wants bare; then measure_bare; fi
  if (($1 == most)) && wants half; then measure_half; fi
}

# Answers come sooner at half load, so a pause that is right at full load is too short: two short tries correct it.
measure_half() {
  local try rate
  hot_line "$most"
  rate=$(reckon "($(figure answers) - $(figure refused)) / $(figure seconds) / 2")
  local -x METHOD=POST BODY=$charge CREDENTIALS=$work/hot.jwt PAUSE
  PAUSE=$(reckon "$most * 1000 / $rate - $(figure p50) / 1000")
  fresh_tokens
  for try in 1 2; do
    unmeasured "$charges" "$most" 5
    PAUSE=$(reckon "$PAUSE + $most * 1000 * (1 / $rate - $(figure seconds) / $(figure answers))")
    say "try $try at half load: $(figure answers) answers in $(figure seconds) s, $rate/s wanted; pause now $PAUSE ms"
  done
  measured[half]=yes
  cell half weir "POST /api/metering/charges, half load" hot jwt "$most" "$charges"
}

measure_events() {
  local -x METHOD=POST CREDENTIALS=$work/hot.key BATCH=100
  local url=$WEIR_URL/api/metering/events
  say "warming up events for $WARMUP s"
  unmeasured "$url" "$EVENT_CONNECTIONS" "$WARMUP"
  for BATCH in 1 100 1000; do
    cell events weir "POST /api/metering/events, $BATCH a request" hot key "$EVENT_CONNECTIONS" "$url"
  done
}

# An account that a service names for the first time is looked up, so the warm-up has to go round all of them.
measure_crowd() {
  local connections try answers=0
  local -x METHOD=POST BODIES=$work/crowd.bodies CREDENTIALS=$work/crowd.service
  say "making $CROWD accounts"
  accounts crowd
  in_weir <"$work/crowd.sql" || fail "the database did not take the $CROWD accounts"
  for ((try = 0; try < 5 && answers < CROWD; try++)); do
    say "warming up charges on $CROWD accounts for $WARMUP s"
    unmeasured "$charges" 64 "$WARMUP"
    answers=$(figure answers)
  done
  ((answers >= CROWD)) || fail "$WARMUP s are not enough for all of the $CROWD accounts; set WARMUP"
  for connections in $CONNECTIONS; do
    cell charges weir "POST /api/metering/charges" crowd service "$connections" "$charges"
  done
  in_weir <"$work/crowd-used.sql" >"$work/crowd-used"
}

# Weir's job looks every 10 s; a node that was started just now waits for 10 minutes before it closes an hour.
await_sums() {
  local left=1 end=$((SECONDS + 900))
  say "waiting until Weir has summed up $1 rows of usage"
  while ((left > 0)); do
    ((SECONDS < end)) || fail "Weir has not summed up the usage in 15 minutes: $left hours are left"
    sleep 2
    left=$(in_weir <"$work/dashboard-$1-left.sql") || fail "the database does not say what is summed up"
  done
}

measure_dashboards() {
  local rows
  dashboards prepare
  for rows in $DASHBOARD_ROWS; do
    say "filling in $rows rows of usage"
    in_weir <"$work/dashboard-$rows.sql" >"$work/dashboard-$rows.sums" || fail "the database did not take the usage rows"
  done
  for rows in $DASHBOARD_ROWS; do await_sums "$rows"; done
  say "asking for dashboards"
  dashboards measure
}

# Nothing is asked of the server: its job finds what is due, at the latest a minute later. Each size is a tenant of its own.
measure_closing() {
  local many run tenant end seen
  for many in $CLOSING; do
    run=$(printf '%04x%04x' "$RANDOM" "$RANDOM") tenant=$run-0000-4000-8000-000000000000
    say "filling in $many subscriptions whose periods are over"
    { echo "SET @slug = 'bench-$run', @run = '$run', @today = UTC_DATE(), @many = $many;"; cat "$here/closing.sql"; } | in_weir \
      || fail "the database did not take the subscriptions"
    say "waiting until Weir has closed them"
    end=$((SECONDS + 180 + many / 20)) seen=''
    while [[ $seen != *" $((2 * many))" ]]; do
      ((SECONDS < end)) || fail "Weir has not closed $many subscriptions in time: $seen"
      sleep 0.5
      # Drafts, and numbers: those of the drafts that became final, then those of the invoices for the next periods.
      seen=$(in_weir <<<"SELECT CONCAT_WS(' ', UNIX_TIMESTAMP(NOW(3)), (SELECT COUNT(*) FROM subscriptions_period
        WHERE tenant_id = '$tenant' AND to_bill = FALSE), COALESCE((SELECT last_number FROM billing_invoice_sequence
        WHERE tenant_id = '$tenant'), 0))") || fail "the database does not say how far it is"
      echo "$many $seen" >>"$work/closing"
    done
  done
}

# --- the peer: in a copy of its folder, against the same MariaDB

prepare_peer() {
  command -v node >/dev/null && command -v npm >/dev/null || fail "the peer needs node and npm"
  command -v mariadb >/dev/null || fail "the peer needs the mariadb client"
  db_address && [[ $db_host == 127.0.0.1 || $db_host == localhost ]] || fail "the peer needs WEIR_DB_URL, and a MariaDB on this machine"
  say "setting up the peer"
  mkdir "$work/peer"
  cp -r "$PEER/." "$work/peer/"
  chmod -R u+w "$work/peer"
  cd "$work/peer"
  [[ -d node_modules ]] || npm install --no-audit --no-fund --loglevel=error >&2
  peer_tables=yes
  sql "$PEER_DB_USER" "$PEER_DB_PASSWORD" <schema.sql || fail "PEER_DB_USER may not make the peer's database 'seed' (see README.md)"
  cd "$here"
}

start_peer() {
  local try
  ! curl -s -m 2 -o /dev/null "http://127.0.0.1:$PEER_PORT/" || fail "port $PEER_PORT is taken; set PEER_PORT"
  cd "$work/peer"
  node tokens.js tokens.txt
  sed 's/^/Authorization: Bearer /' tokens.txt | head -n "$ACCOUNTS" >"$work/peer-all.jwt"
  head -n 1 "$work/peer-all.jwt" >"$work/peer-hot.jwt"
  MODE=exact WORKERS=2 PORT=$PEER_PORT DB_PORT=$db_port DB_USER=$PEER_DB_USER DB_PASSWORD=$PEER_DB_PASSWORD \
    node server.js >"$work/peer.log" 2>&1 &
  peer_pid=$!
  cd "$here"
  for ((try = 0; try < 50; try++)); do
    kill -0 "$peer_pid" 2>/dev/null || fail "the peer did not start: $(tail -n 3 "$work/peer.log")"
    ! curl -s -m 1 -o /dev/null "http://127.0.0.1:$PEER_PORT/" || return 0
    sleep 0.2
  done
  fail "the peer does not answer"
}

measure_peer() {
  local connections who url=http://127.0.0.1:$PEER_PORT/api/chat
  local -x METHOD=POST BODY='{"message":"hello, what is my balance?","model":"default"}' CREDENTIALS=$work/peer-all.jwt
  say "warming up the peer for $WARMUP s"
  load "$url" 64 "$WARMUP" >/dev/null || fail "wrk did not finish on $url"
  for who in hot all; do
    for connections in $CONNECTIONS; do
      CREDENTIALS=$work/peer-$who.jwt
      cell peer peer "peer, POST /api/chat" "$who" jwt "$connections" "$url"
    done
  done
}

measure_bare() {
  hot_line 1
  cp "$here/bare.js" "$work/peer/"
  figures=$(cd "$work/peer" && FSYNC_COUNTER=$fsync_counter DB_PORT=$db_port DB_USER=$PEER_DB_USER DB_PASSWORD=$PEER_DB_PASSWORD \
    timeout $((DURATION + 35)) node bare.js "$DURATION") || fail "no figures of one bare transaction"
  measured[bare]=yes
  keep_cell bare database "one bare transaction" hot none 1 "$(figure fsyncs)"
}

stop_peer() {
  if [[ -n $peer_pid ]]; then
    kill "$peer_pid" 2>/dev/null || true
    wait "$peer_pid" 2>/dev/null || true
  fi
  [[ -n $peer_tables ]] || return 0
  peer_pid='' peer_tables=''
  sql "$PEER_DB_USER" "$PEER_DB_PASSWORD" <<<'DROP TABLE IF EXISTS seed.api_usage, seed.user_subscriptions' || true
}

tidy_up() {
  local status=$?
  trap - EXIT
  trap '' INT TERM
  stop_peer
  if [[ -n $prepared ]]; then accounts retire || say "the benchmark's customers still have their plan"; fi
  [[ -z $work ]] || rm -rf "$work"
  exit $status
}

check_surroundings
find_fsync_counter
choose_parts
most=$(printf '%s\n' $CONNECTIONS | sort -n | tail -n 1)
work=$(mktemp -d)
chmod 700 "$work"
touch "$work/cells" "$work/warmups"
trap tidy_up EXIT
trap 'exit 130' INT TERM
# First what can fail: nobody wants to hear of it after ten minutes.
if [[ -n $PEER ]] && { wants admission || wants bare; }; then prepare_peer; fi
if [[ -n $PEER ]] && wants admission; then start_peer; fi
say "measuring $PARTS; making $ACCOUNTS customers in tenant $TENANT"
prepared=yes
accounts prepare
if wants admission; then measure_admission; fi
if wants half && [[ -z ${measured[half]:-} ]]; then measure_half; fi
if wants bare && [[ -z ${measured[bare]:-} ]]; then measure_bare; fi
if wants events; then measure_events; fi
if wants crowd; then measure_crowd; fi
accounts count
if [[ -n $PEER ]] && wants admission; then measure_peer; fi
if wants dashboards; then measure_dashboards; fi
if wants closing; then measure_closing; fi
DATABASE=${database:-} FSYNC_COUNTER=$fsync_counter DURATION=$DURATION WARMUP=$WARMUP MOST=$most \
  python3 "$here/table.py" "$work"
