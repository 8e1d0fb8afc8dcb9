import { isRoomFrame } from '../client'
import type { Heard, News } from '../client'
import type { RoomView, Uuid } from '../protocol'
import type { RoomFrame } from '../client'
import { heardFrom, roomOf, withEvent, withEvents, withView } from './run'
import { TYPING_HOLDS, newestSeq, personKey } from './state'
import type { ChatState, Pending, RoomState } from './state'
import { updatedView } from './waiting'

/** What changes the state. `at` is the reader's time in milliseconds since 1970. */
export type Action =
  | Exclude<News, { type: 'frame' }>
  | { type: 'frame'; frame: Heard; at: number }
  | { type: 'views'; views: readonly RoomView[] }
  | { type: 'history'; roomId: Uuid; events: readonly RoomFrame[] }
  | { type: 'written'; roomId: Uuid; pending: Pending }
  | { type: 'retried' | 'discarded'; roomId: Uuid; clientMessageId: Uuid }
  | { type: 'draft'; roomId: Uuid; text: string }
  | { type: 'loaded' }
  | { type: 'time'; at: number }

/** The state after an action. Pure; what concerns a room that is not known changes nothing. */
export function reduce(state: ChatState, action: Action): ChatState {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.state }
    case 'frame':
      return heard(state, action.frame, action.at)
    case 'views':
      return withViews(state, action.views)
    case 'history':
      return inRoom(state, action.roomId, (room) => settled(withEvents(room, action.events)))
    case 'written':
      return inRoom(state, action.roomId, (room) => ({
        ...room,
        pending: [...room.pending, action.pending],
      }))
    case 'sent':
      return inPending(state, action, (pending) => [{ ...alive(pending), arrivedAs: action.seq }])
    case 'not_sent':
      return inPending(state, action, (pending) => [{ ...pending, failed: action.code }])
    case 'retried':
      return inPending(state, action, (pending) => [alive(pending)])
    case 'discarded':
      return inPending(state, action, () => [])
    case 'draft':
      return inRoom(state, action.roomId, (room) => ({ ...room, draft: action.text }))
    case 'loaded':
      return state.loaded ? state : { ...state, loaded: true }
    case 'time':
      return expired(state, action.at)
  }
}

function heard(state: ChatState, frame: Heard, at: number): ChatState {
  switch (frame.type) {
    case 'connection_established':
      return { ...state, me: { name: frame.user, id: frame.user_id } }
    case 'joined':
      return inRoom(state, frame.room_id, (room) =>
        room.joined ? room : heardFrom(room, frame.seq),
      )
    case 'resync':
      return inRoom(state, frame.room_id, (room) => heardFrom(room, frame.seq))
    case 'room_updated':
      return inRoom(state, frame.room_id, (room) => withView(room, updatedView(room, frame)))
    case 'typing':
      return inRoom(state, frame.room_id, (room) => {
        const key = personKey(frame.user_id, frame.username)
        const typing = new Map(room.typing)
        typing.delete(key)
        if (frame.is_typing) typing.set(key, { name: frame.username, until: at + TYPING_HOLDS })
        return { ...room, typing }
      })
    default:
      return isRoomFrame(frame) ? happened(state, frame) : state
  }
}

function happened(state: ChatState, event: RoomFrame): ChatState {
  if (event.type === 'room_opened' && !state.rooms.has(event.room_id)) {
    return withViews(state, [viewOf(event)])
  }
  return inRoom(state, event.room_id, (room) => {
    if (!room.joined) return room
    const next = settled(withEvent(room, event))
    if (event.type !== 'message' || next.typing.size === 0) return next
    const typing = new Map(next.typing)
    typing.delete(personKey(event.sender, event.sender_username))
    return { ...next, typing }
  })
}

function withViews(state: ChatState, views: readonly RoomView[]): ChatState {
  const rooms = new Map(state.rooms)
  for (const view of views) {
    const known = rooms.get(view.room_id)
    rooms.set(view.room_id, known === undefined ? roomOf(view) : withView(known, view))
  }
  return { ...state, rooms }
}

/** A room of which we only heard that it was opened. */
function viewOf(opened: Extract<RoomFrame, { type: 'room_opened' }>): RoomView {
  const { room_id, seq, vendor_id, product, user_id, username, guest, guest_id, created_at } =
    opened
  const role = guest ? 'guest' : 'buyer'
  const person = { user_id, username, role, guest, guest_id, joined_at: created_at } as const
  return {
    room_id,
    kind: product === null ? 'direct' : 'product',
    vendor_id,
    product,
    participants: [{ ...person, last_read_at: null, last_read_seq: 0 }],
    guest_session: null,
    guest,
    guest_id,
    is_archived: false,
    seq,
    last_message: null,
    unread_count: 0,
    waiting_since: null,
    created_at,
    updated_at: created_at,
  }
}

/** Without what was pending and is now seen in the room. */
function settled(room: RoomState): RoomState {
  if (room.pending.length === 0) return room
  const newest = newestSeq(room)
  const seen = new Set(
    room.run.flatMap((event) => (event.type === 'message' ? (event.client_message_id ?? []) : [])),
  )
  const pending = room.pending.filter(
    ({ clientMessageId, arrivedAs = Infinity }) => !seen.has(clientMessageId) && arrivedAs > newest,
  )
  return pending.length === room.pending.length ? room : { ...room, pending }
}

function alive({ clientMessageId, content, at, afterSeq }: Pending): Pending {
  return { clientMessageId, content, at, afterSeq }
}

function inPending(
  state: ChatState,
  { roomId, clientMessageId }: { roomId: Uuid; clientMessageId: Uuid },
  change: (pending: Pending) => Pending[],
): ChatState {
  return inRoom(state, roomId, (room) => {
    const pending = room.pending.flatMap((each) =>
      each.clientMessageId === clientMessageId ? change(each) : [each],
    )
    return settled({ ...room, pending })
  })
}

function inRoom(state: ChatState, id: Uuid, change: (room: RoomState) => RoomState): ChatState {
  const room = state.rooms.get(id)
  const changed = room === undefined ? undefined : change(room)
  if (changed === undefined || changed === room) return state
  return { ...state, rooms: new Map(state.rooms).set(id, changed) }
}

function expired(state: ChatState, at: number): ChatState {
  let next = state
  for (const [id, { typing }] of state.rooms) {
    const left = [...typing].filter(([, { until }]) => until > at)
    if (left.length < typing.size) {
      next = inRoom(next, id, (room) => ({ ...room, typing: new Map(left) }))
    }
  }
  return next
}
