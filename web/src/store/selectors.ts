import type { RoomFrame } from '../client'
import type { MarketplaceId, Uuid } from '../protocol'
import { sideIn, sideOf } from './run'
import { newestSeq, personKey } from './state'
import type { ChatState, Me, RoomState, Side } from './state'

/** Whose eyes a room is seen with: who we are, and what the page is for. */
export interface Reader {
  me: Me | undefined
  role: 'buyer' | 'vendor' | 'admin'
}

type MessageFrame = Extract<RoomFrame, { type: 'message' }>

/** The side on which we are in a room; an admin is on neither. */
export function mySide({ view }: RoomState, { me, role }: Reader): Side | undefined {
  if (role === 'admin') return undefined
  const known = view.participants.find(({ user_id }) => user_id !== null && user_id === me?.id)
  return known === undefined ? role : sideOf(known.role)
}

/** The side from which a message came. */
export function senderSide(room: RoomState, message: MessageFrame): Side {
  return sideIn(room, message, message.sender)
}

/** How far a side has read. */
export function readBy(room: RoomState, side: Side): number {
  return room.reads.get(side) ?? 0
}

/** How far the others have read, as ticks show it. */
export function readByOthers(room: RoomState, reader: Reader): number {
  const mine = mySide(room, reader)
  if (mine === undefined) return Math.max(readBy(room, 'buyer'), readBy(room, 'vendor'))
  return readBy(room, mine === 'buyer' ? 'vendor' : 'buyer')
}

/** How many messages of others our side has not read. */
export function unreadCount(room: RoomState, reader: Reader): number {
  const mine = mySide(room, reader) ?? 'vendor'
  const isOthers = (message: MessageFrame) => senderSide(room, message) !== mine
  let count = room.view.unread_count
  for (const event of news(room)) {
    if (event.type === 'message' && isOthers(event)) {
      count++
    } else if (event.type === 'read_receipt' && sideIn(room, event, event.user_id) === mine) {
      const left = messagesBetween(room, event.up_to_seq, event.seq)
      count = Math.min(count, left.filter(isOthers).length)
    }
  }
  return count
}

/** Of all rooms that are not put away. */
export function totalUnread(state: ChatState, reader: Reader): number {
  let total = 0
  for (const room of state.rooms.values()) {
    if (!isArchived(room)) total += unreadCount(room, reader)
  }
  return total
}

export function isArchived(room: RoomState): boolean {
  const last = news(room).findLast(({ type }) =>
    ['message', 'room_archived', 'room_unarchived'].includes(type),
  )
  return last === undefined ? room.view.is_archived : last.type === 'room_archived'
}

/** What a list of rooms shows of the newest message; undefined without one. */
export function lastMessage(
  room: RoomState,
): { content: string; deleted: boolean; own: (me: Me) => boolean; at: string } | undefined {
  const live = room.run.findLast((event): event is MessageFrame => event.type === 'message')
  const viewed = room.view.last_message
  const last = live !== undefined && live.seq >= (viewed?.seq ?? 0) ? live : viewed
  if (last === null || last === undefined) return undefined
  const change = room.changes.get(last.seq)
  const gone = 'deleted' in last && last.deleted
  return {
    content: change?.content ?? last.content,
    deleted: change?.deleted ?? gone,
    own: (me) =>
      me.id === null ? last.guest && last.sender_username === me.name : last.sender === me.id,
    at: last.created_at,
  }
}

/** All rooms, those where something happened last first. */
export function roomsByActivity(state: ChatState): RoomState[] {
  const at = (room: RoomState) => {
    const last = lastMessage(room)?.at ?? ''
    return last > room.view.updated_at ? last : room.view.updated_at
  }
  return [...state.rooms.values()]
    .map((room) => ({ room, at: at(room) }))
    .sort((a, b) =>
      a.at === b.at ? (a.room.view.room_id < b.room.view.room_id ? -1 : 1) : a.at < b.at ? 1 : -1,
    )
    .map(({ room }) => room)
}

/** Who types in a room, but for ourselves. */
export function typists(room: RoomState, me: Me | undefined): string[] {
  const own = me === undefined ? undefined : personKey(me.id, me.name)
  return [...room.typing].flatMap(([key, { name }]) => (key === own ? [] : [name]))
}

/** The first message of others that our side has not read, as far as loaded. */
export function firstUnread(room: RoomState, reader: Reader): number | undefined {
  const mine = mySide(room, reader)
  if (mine === undefined) return undefined
  return messagesBetween(room, readBy(room, mine), newestSeq(room)).find(
    (message) => senderSide(room, message) !== mine,
  )?.seq
}

/** The room with this product or, without one, the direct one with this vendor. */
export function roomAbout(
  state: ChatState,
  vendorId: MarketplaceId,
  productId: MarketplaceId | null,
): Uuid | undefined {
  const same = (a: MarketplaceId | null, b: MarketplaceId | null) => String(a) === String(b)
  for (const [id, { view }] of state.rooms) {
    if (same(view.vendor_id, vendorId) && same(view.product?.id ?? null, productId)) return id
  }
  return undefined
}

/** What happened after the view was made. */
function news({ view, run, from }: RoomState): readonly RoomFrame[] {
  return run.slice(Math.max(0, view.seq + 1 - from))
}

/** Messages after one sequence, up to another. */
function messagesBetween({ run, from }: RoomState, after: number, to: number): MessageFrame[] {
  return run
    .slice(Math.max(0, after + 1 - from), Math.max(0, to + 1 - from))
    .filter((event): event is MessageFrame => event.type === 'message')
}
