#!/usr/bin/env bash
# The README's tour: a guest and a vendor talk through a running Parley, over HTTP and sockets.
# Needs curl and Node.js; the socket client is wscat, from npm. Usage: docs/tour.sh [host:port]
# Where PARLEY_JWT_SECRET is set the tokens are made with it; otherwise the standalone start is asked for them.
set -euo pipefail

host=${1:-localhost:8080}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

say() { printf '\n%s\n' "$*"; }
show() { cut -c1-300 | sed 's/^/  /'; }
field() { node -pe "JSON.parse(require('fs').readFileSync(0, 'utf8'))$1"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

call() { # METHOD PATH BODY HEADER...
  local method=$1 path=$2 body=$3; shift 3
  local headers=(); for h in "$@"; do headers+=(-H "$h"); done
  curl -sS --fail-with-body -X "$method" "http://$host$path" "${headers[@]}" \
    ${body:+-H 'Content-Type: application/json' -d "$body"}
}

token() {
  if [ -z "${PARLEY_JWT_SECRET:-}" ]; then
    call POST /api/dev/token/ "$1" | field .token
    return
  fi
  CLAIMS=$1 node -e '
    const { createHmac } = require("crypto");
    const part = (it) => Buffer.from(JSON.stringify(it)).toString("base64url");
    const { user_id, ...rest } = JSON.parse(process.env.CLAIMS);
    const claims = { sub: String(user_id), roles: ["buyer"], ...rest, exp: Math.floor(Date.now() / 1000) + 3600 };
    const signed = part({ alg: "HS256", typ: "JWT" }) + "." + part(claims);
    const hmac = createHmac("sha256", process.env.PARLEY_JWT_SECRET).update(signed).digest("base64url");
    console.log(signed + "." + hmac);'
}

open_socket() { # NAME URL PATTERN: frames go in by the pipe NAME.in and come out in NAME.out
  mkfifo "$work/$1.in"
  npx --yes wscat --no-color --slash -c "$2" <"$work/$1.in" >"$work/$1.out" 2>&1 &
  eval "exec {to_$1}>\"$work/$1.in\""
  await "$1" "$3"
}

close_socket() { send "$1" /close; }

send() { local to="to_$1"; printf '%s\n' "$2" >&"${!to}"; }

await() { # NAME PATTERN: waits, at most 30 seconds, for a frame that has the pattern
  for _ in $(seq 300); do
    if grep -aq "$2" "$work/$1.out"; then
      grep -am1 "$2" "$work/$1.out" | grep -ao '{.*' | sed "s/^/$1 gets /" | show
      return
    fi
    sleep 0.1
  done
  cat "$work/$1.out" >&2
  fail "$1 never got: $2"
}

say "A vendor, a buyer and an admin of the marketplace get their tokens (development only)"
vendor=$(token '{"user_id": 7, "username": "اصفهانی", "roles": ["vendor"], "vendor_id": 1}')
buyer=$(token "{\"user_id\": $RANDOM$RANDOM, \"username\": \"سارا\"}")
admin=$(token '{"user_id": 1, "username": "admin", "roles": ["admin"]}')
echo "${vendor:0:60}…" | show

say "A browser becomes a guest"
session=$(call POST /api/chat/guest-session/ '{"identifier": "my browser"}' | field .session_id)
echo "session_id $session" | show

say "The guest asks about a carpet"
call POST /api/chat/start/ \
  '{"vendor_id": 1, "product_id": 101, "initial_message": "سلام، این فرش هنوز موجود است؟"}' \
  "X-Guest-Session: $session" >"$work/room"
room=$(field .room_id <"$work/room")
show <"$work/room"

say "Both open a socket and join the room"
open_socket guest "ws://$host/ws/chat/?guest_session=$session" connection_established
open_socket vendor "ws://$host/ws/chat/?token=$vendor" connection_established
send guest "{\"type\": \"join_room\", \"room_id\": \"$room\"}"
await guest '"joined"'
send vendor "{\"type\": \"join_room\", \"room_id\": \"$room\", \"after_seq\": 0}"
await vendor 'هنوز موجود است'

say "The vendor types, writes, and the guest reads"
send vendor "{\"type\": \"typing\", \"room_id\": \"$room\", \"is_typing\": true}"
await guest '"typing"'
send vendor "{\"type\": \"send_message\", \"room_id\": \"$room\", \"content\": \"بله، می‌توانم عکس بفرستم.\"}"
await guest 'می‌توانم عکس'
send guest "{\"type\": \"mark_read\", \"room_id\": \"$room\"}"
await vendor '"read_receipt"'

say "The guest's network fails; what it missed comes when it is back"
seq=$(grep -ao '"seq":[0-9]*' "$work/guest.out" | tail -1 | cut -d: -f2)
eval "exec ${to_guest}>&-"
send vendor "{\"type\": \"send_message\", \"room_id\": \"$room\", \"content\": \"این هم از نزدیک 🧶\"}"
await vendor 'از نزدیک'
rm "$work/guest.in"
open_socket guest "ws://$host/ws/chat/?guest_session=$session" connection_established
send guest "{\"type\": \"join_room\", \"room_id\": \"$room\", \"after_seq\": $seq}"
await guest 'از نزدیک'

say "The guest writes once more; the vendor's queue shows it unread"
position=$(curl -sS -D - -o /dev/null "http://$host/api/chat/rooms/$room/messages/" \
  -H "X-Guest-Session: $session" -H 'Content-Type: application/json' \
  -d '{"content": "خیلی قشنگ است، می‌خرم."}' | tr -d '\r' | sed -n 's/^Chat-Position: //Ip')
unread=$(call GET '/api/chat/vendor/rooms/?unread=true' '' "Authorization: Bearer $vendor" \
  "Chat-Position: $position" | field ".results.find(r => r.room_id === '$room').unread_count")
echo "unread_count $unread" | show
[ "$unread" -ge 1 ] || fail "nothing unread"

say "The guest signs in: the conversation is the account's too"
call POST /api/chat/link-guest-session/ "{\"guest_session_id\": \"$session\"}" \
  "Authorization: Bearer $buyer" | show
echo
again=$(call POST /api/chat/start/ '{"vendor_id": 1, "product_id": 101}' \
  "Authorization: Bearer $buyer" | field .room_id)
[ "$again" = "$room" ] || fail "starting again opened another room"
echo "starting again finds room $again" | show

say "An admin looks for می‌خرم, typed with an Arabic letter and without the half-space"
curl -sS --fail-with-body -G "http://$host/api/chat/admin/rooms/" \
  --data-urlencode 'search=ميخرم' -H "Authorization: Bearer $admin" \
  -H "Chat-Position: $position" >"$work/found"
grep -q "$room" "$work/found" || fail "the admin did not find it"
field ".results.slice(0, 3).map(r => r.room_id + ' ' + r.product.title).join('\n')" \
  <"$work/found" | show

say "The public rooms need no login: two visitors come into one of the demo's rooms, or a new one"
call GET /api/public-rooms/ '' >"$work/rooms"
field ".rooms.map(r => r.id + ' ' + r.name).join('\n')" <"$work/rooms" | show
open=$(field ".rooms.find(r => r.name === 'খেলাধুলা')?.id || crypto.randomUUID()" <"$work/rooms")
join() { call POST /api/join-room/ "{\"room_id\": \"$open\", \"username\": \"$1\", \"color\": \"$2\"}"; }
rakib_url=$(join রাকিব '#ff0000' | field .websocket_url)
echo "$rakib_url" | show
open_socket rakib "$rakib_url&lang=bn" user_list
open_socket mitu "$(join মিতু teal | field .websocket_url)&lang=bn" user_list
await rakib 'মিতু চ্যাটরুমে যোগ'

say "They talk; one takes another name and goes"
send mitu '{"type": "typing", "typing": true}'
await rakib '"typing":true'
send mitu '{"content": "হ্যালো সবাই! 👋"}'
await rakib 'হ্যালো সবাই'
seen=$(grep -ao '"type":"message".*' "$work/rakib.out" | tail -1 | grep -o '"seq":[0-9]*' | cut -d: -f2)
send mitu '{"type": "user_update", "username": "মিতালি"}'
await rakib 'মিতালি নামে পরিচিত'
close_socket rakib
await mitu 'রাকিব চ্যাটরুম ছে'

say "Who was away says what it has seen (after_seq=$seen) and gets what it missed"
send mitu '{"content": "খেলা কখন শুরু?"}'
await mitu 'খেলা কখন'
open_socket rakib2 "$rakib_url&lang=bn&after_seq=$seen" 'খেলা কখন'
call GET "/api/rooms/$open/messages/?limit=2" '' | field '.messages.map(m => m.seq + " " + m.user.username + ": " + m.content).join("\n")' | show

printf '\nAll of it happened.\n'
