#!/usr/bin/env bash
# Brings docker-compose.yml up, has the README's tour talk through nginx, kills a node of each kind and has it talk
# again, and takes all of it down. Needs a Docker engine; where no registry can be reached, deploy/standins/build.sh
# before. Usage: deploy/prove.sh
set -euo pipefail
cd "$(dirname "$0")/.."

export PARLEY_JWT_SECRET=${PARLEY_JWT_SECRET:-$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')}
export POSTGRES_PASSWORD=${POSTGRES_PASSWORD:-$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')}
export PARLEY_PORT=${PARLEY_PORT:-8080}
compose() {
  if command -v docker-compose > /dev/null; then docker-compose -p parley-proof "$@"; else docker compose -p parley-proof "$@"; fi
}
end() {
  local code=$?
  [ "$code" = 0 ] || compose logs --tail=30 || true
  compose down -v -t 20 > /dev/null 2>&1 || true
  exit "$code"
}
trap end EXIT

answers() { curl -s -o /dev/null -w '%{http_code}' "http://localhost:$PARLEY_PORT/api/status/"; }
# A node is ready when its shards, projections or tail have caught up.
ready() {
  local node
  for node in command-1:8081 command-2:8081 query-1:8082 query-2:8082 ws-1:8083 ws-2:8083; do
    compose exec -T "${node%:*}" bash -c \
      "exec 3<>/dev/tcp/localhost/${node#*:}; printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3; head -1 <&3 | grep -q ' 200'" \
      2> /dev/null || return 1
  done
  [ "$(answers)" = 200 ]
}
await_ready() {
  local since=$SECONDS
  until ready; do
    [ $((SECONDS - since)) -lt 300 ] || { echo "not ready after five minutes" >&2; return 1; }
    sleep 2
  done
  echo "ready after $((SECONDS - since)) s"
}

# While partitions change hands commands are answered with 503: sending again is the client's part, and here ours.
talks() {
  local since=$SECONDS
  until docs/tour.sh "localhost:$PARLEY_PORT" > /tmp/parley-proof.out 2>&1; do
    [ $((SECONDS - since)) -lt 120 ] || { tail -20 /tmp/parley-proof.out >&2; return 1; }
    sleep 2
  done
  tail -1 /tmp/parley-proof.out
  echo "talked through all of it $((SECONDS - since)) s later"
}

# The pages come from nginx itself, with the policy that keeps them safe.
serves() {
  local page
  for page in vendor/chats/ admin/chats/ rooms/ parley-chat.js; do
    curl -sf -D /tmp/parley-proof.head -o /dev/null "http://localhost:$PARLEY_PORT/$page" || { echo "no $page" >&2; return 1; }
    [ "$page" = parley-chat.js ] || grep -qi '^content-security-policy: .*trusted-types' /tmp/parley-proof.head
  done
  echo "nginx serves the pages and the widget"
}

mvn -B -q -DskipTests package
compose up -d --build
await_ready
serves
talks

echo "One of each kind is killed"
compose kill -s KILL kafka-2 command-1 query-1 ws-1
talks
echo "and started again"
compose start kafka-2 command-1 query-1 ws-1
await_ready
talks
echo "The compose file runs: a conversation through nginx, with all nodes, with one of each missing, and with all again."
