#!/usr/bin/env bash
# Measures a running Weir on this machine, and the peer beside it, and prints the result as Markdown. See README.md.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

export WEIR_URL=${WEIR_URL:-http://127.0.0.1:9080} TENANT=${TENANT:-platform} ACCOUNTS=${ACCOUNTS:-200}
DURATION=${DURATION:-20} WARMUP=${WARMUP:-30} CONNECTIONS=${CONNECTIONS:-1 16 64} PEER=${PEER:-} PEER_PORT=${PEER_PORT:-8390}
WEIR_DB_URL=${WEIR_DB_URL:-} WEIR_DB_USER=${WEIR_DB_USER:-weir} WEIR_DB_PASSWORD=${WEIR_DB_PASSWORD:-}
PEER_DB_USER=${PEER_DB_USER:-$WEIR_DB_USER} PEER_DB_PASSWORD=${PEER_DB_PASSWORD:-$WEIR_DB_PASSWORD}
work='' peer_pid='' prepared=''

say() { echo "bench: $*" >&2; }
fail() { say "$@"; exit 1; }

check_surroundings() {
  local tool number
  for tool in wrk python3 curl timeout; do
    command -v "$tool" >/dev/null || fail "$tool is not installed"
  done
  [[ $WEIR_URL =~ ^https?://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?$ ]] || fail "WEIR_URL has to be on this machine, without a path: $WEIR_URL"
  [[ -n ${WEIR_ADMIN_PASSWORD:-} ]] || fail "WEIR_ADMIN_PASSWORD is not set"
  for number in "$DURATION" "$WARMUP" "$ACCOUNTS" "$PEER_PORT" $CONNECTIONS; do
    [[ $number =~ ^[1-9][0-9]{0,4}$ ]] || fail "not a number that makes sense here: $number"
  done
  ((DURATION <= 300 && WARMUP <= 300 && ACCOUNTS <= 200)) || fail "at most 300 s for DURATION and WARMUP, and 200 ACCOUNTS"
  curl -fsS -m 5 -o /dev/null "$WEIR_URL/api/ping" || fail "nothing answers at $WEIR_URL/api/ping"
}

# --- the database's own figures

db_address() { # host and port out of jdbc:mariadb://host:port/name
  [[ $WEIR_DB_URL =~ ^jdbc:mariadb://([^:/]+)(:([0-9]+))?/([^?]+) ]] || return 1
  db_host=${BASH_REMATCH[1]} db_port=${BASH_REMATCH[3]:-3306}
}

sql() { # as USER with PASSWORD: the statements on standard input
  MYSQL_PWD=$2 mariadb --batch --skip-column-names --connect-timeout=5 -h "$db_host" -P "$db_port" -u "$1"
}

weir_sql() { sql "$WEIR_DB_USER" "$WEIR_DB_PASSWORD" <<<"$1"; }

# Newer MariaDB has no counter of log flushes any more; the one of all flushes stands in.
find_fsync_counter() {
  fsync_counter=''
  if [[ -z $WEIR_DB_URL ]]; then
    say "WEIR_DB_URL is not set: no fsyncs per call"
  elif ! command -v mariadb >/dev/null; then
    say "the mariadb client is not installed: no fsyncs per call"
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

# --- measuring

load() { # URL CONNECTIONS SECONDS: the line of figures that requests.lua writes
  timeout $(($3 + 30)) wrk -t1 -c"$2" -d"$3s" --timeout 10s -s "$here/requests.lua" "$1" | grep '^{'
}

cell() { # SYSTEM ROUTE WHO CREDENTIAL CONNECTIONS URL
  local before after figures
  before=$(fsyncs)
  figures=$(load "$6" "$5" "$DURATION") || fail "wrk did not finish on $6"
  after=$(fsyncs)
  printf '{"system":"%s","route":"%s","who":"%s","credential":"%s","connections":%d,"fsyncs":%d,"load":%s}\n' \
    "$1" "$2" "$3" "$4" "$5" $((after - before)) "$figures" >>"$work/cells"
  say "$1 $2, $3, $4, $5 connections: $figures"
}

warm_up() { # URL
  load "$1" 64 "$WARMUP" >>"$work/warmups" || fail "wrk did not finish on $1"
}

# --- Weir

accounts() { python3 "$here/accounts.py" "$1" "$work"; }

# An access token lives for minutes, a run for longer.
fresh_tokens() {
  if (($(date +%s) + DURATION + WARMUP + 30 > $(cat "$work/expires" 2>/dev/null || echo 0))); then accounts sign-in; fi
}

measure_weir() {
  local connections who credential
  export METHOD=GET
  unset BODY CREDENTIALS
  say "warming up for 3 x $WARMUP s"
  load "$WEIR_URL/api/ping" 64 "$WARMUP" >/dev/null
  for connections in $CONNECTIONS; do cell weir "GET /api/ping" nobody none "$connections" "$WEIR_URL/api/ping"; done

  export METHOD=POST BODY='{"meter":"calls","quantity":1}' CREDENTIALS
  fresh_tokens
  for credential in jwt key; do
    CREDENTIALS=$work/all.$credential
    warm_up "$WEIR_URL/api/metering/charges"
  done
  for who in hot all; do
    for connections in $CONNECTIONS; do
      for credential in jwt key; do
        fresh_tokens
        CREDENTIALS=$work/$who.$credential
        cell weir "POST /api/metering/charges" "$who" "$credential" "$connections" "$WEIR_URL/api/metering/charges"
      done
    done
  done
}

# --- the peer: in a copy of its folder, against the same MariaDB

start_peer() {
  local try
  command -v node >/dev/null && command -v npm >/dev/null || fail "the peer needs node and npm"
  db_address && [[ $db_host == 127.0.0.1 || $db_host == localhost ]] || fail "the peer needs WEIR_DB_URL, and a MariaDB on this machine"
  ! curl -s -m 2 -o /dev/null "http://127.0.0.1:$PEER_PORT/" || fail "port $PEER_PORT is taken; set PEER_PORT"
  say "setting up the peer"
  mkdir "$work/peer"
  cp -r "$PEER/." "$work/peer/"
  chmod -R u+w "$work/peer"
  cd "$work/peer"
  [[ -d node_modules ]] || npm install --no-audit --no-fund --loglevel=error >&2
  sql "$PEER_DB_USER" "$PEER_DB_PASSWORD" <schema.sql || fail "PEER_DB_USER may not make the peer's database 'seed' (see README.md)"
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
  export METHOD=POST BODY='{"message":"hello, what is my balance?","model":"default"}' CREDENTIALS=$work/peer-all.jwt
  say "warming up the peer for $WARMUP s"
  load "$url" 64 "$WARMUP" >/dev/null
  for who in hot all; do
    for connections in $CONNECTIONS; do
      CREDENTIALS=$work/peer-$who.jwt
      cell peer "peer, POST /api/chat" "$who" jwt "$connections" "$url"
    done
  done
}

stop_peer() {
  [[ -n $peer_pid ]] || return 0
  kill "$peer_pid" 2>/dev/null || true
  wait "$peer_pid" 2>/dev/null || true
  peer_pid=''
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
work=$(mktemp -d)
chmod 700 "$work"
trap tidy_up EXIT
trap 'exit 130' INT TERM
# First what can fail: nobody wants to hear of it after ten minutes.
[[ -z $PEER ]] || start_peer
say "making $ACCOUNTS customers in tenant $TENANT"
prepared=yes
accounts prepare
measure_weir
accounts count
[[ -z $PEER ]] || measure_peer
DATABASE=${database:-} FSYNC_COUNTER=$fsync_counter DURATION=$DURATION WARMUP=$WARMUP python3 "$here/table.py" "$work"
