import type { MarketplaceId, Product, Uuid } from '../protocol'
import { isArchived, lastMessage, unreadCount, waitingSince } from '../store'
import type { Reader, RoomState } from '../store'

/** A conversation as the queue has it. */
export interface Row {
  id: Uuid
  room: RoomState
  /** Who asks: an account's name, or a guest's. */
  buyer: string
  guest: boolean
  product: Product | null
  unread: number
  /** When the buyer began to wait, in milliseconds since 1970; undefined when it does not. */
  waitingSince: number | undefined
  archived: boolean
  /** When something happened last, in milliseconds since 1970. */
  at: number
}

/** Which conversations are shown: all that are not put away, some of them, or the others. */
export type Show = 'all' | 'waiting' | 'unread' | 'archived'

export interface Filter {
  show: Show
  productId: MarketplaceId | undefined
  search: string
}

export const EVERYTHING: Filter = { show: 'all', productId: undefined, search: '' }

const rows = new WeakMap<RoomState, Row>()

/** What the queue shows of a room; made once, because rooms are never changed. */
export function rowOf(room: RoomState, reader: Reader): Row {
  const known = rows.get(room)
  if (known !== undefined) return known
  const row = made(room, reader)
  // Before the socket has said who we are, a room cannot be seen as it is.
  if (reader.me !== undefined) rows.set(room, row)
  return row
}

function made(room: RoomState, reader: Reader): Row {
  const { view } = room
  const buyer = view.participants.find(({ role }) => role === 'buyer' || role === 'guest')
  const since = waitingSince(room)
  const last = lastMessage(room)?.at ?? ''
  return {
    id: view.room_id,
    room,
    buyer: buyer?.username ?? '',
    guest: buyer?.guest ?? view.guest,
    product: view.product,
    unread: unreadCount(room, reader),
    waitingSince: since === undefined ? undefined : Date.parse(since),
    archived: isArchived(room),
    at: Date.parse(last > view.updated_at ? last : view.updated_at),
  }
}

/** Those who wait come first, who waits longest before all; then what happened last. */
export function compare(a: Row, b: Row): number {
  if (a.waitingSince !== b.waitingSince) {
    return (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity)
  }
  if (a.waitingSince === undefined && a.at !== b.at) return b.at - a.at
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Whether a conversation is one of those that are shown; what a search finds, the server knows. */
export function fits(row: Row, { show, productId }: Filter): boolean {
  if (productId !== undefined && String(row.product?.id ?? '') !== String(productId)) return false
  switch (show) {
    case 'all':
      return !row.archived
    case 'waiting':
      return !row.archived && row.waitingSince !== undefined
    case 'unread':
      return !row.archived && row.unread > 0
    case 'archived':
      return row.archived
  }
}

/** How much of the queue the server has told: up to this row, or all of it. */
export type Extent = { upTo: Row | undefined; complete: boolean }

export interface QueueOptions {
  filter: Filter
  extent: Extent
  /** What a search has found; undefined without one. */
  found?: ReadonlySet<Uuid> | undefined
  /** Stay where they are although they do not fit any more: what is being looked at. */
  held?: ReadonlySet<Uuid>
}

/** The queue in its order, as far as it is known without a gap. */
export function queueOf(
  all: Iterable<Row>,
  { filter, extent, found, held = new Set() }: QueueOptions,
): Row[] {
  const { upTo, complete } = extent
  const shown: Row[] = []
  for (const row of all) {
    const wanted = fits(row, filter) && (found === undefined || found.has(row.id))
    const told = complete || (upTo !== undefined && compare(row, upTo) <= 0)
    if (held.has(row.id) || (wanted && told)) shown.push(row)
  }
  return shown.sort(compare)
}

/** The page of `size` that continues a queue of which `known` rows are known. What has left the
 * queue since makes the rest move up, so the page that is read again may be known in part. */
export function nextPage(known: number, size: number): number {
  return Math.floor(known / size) + 1
}
