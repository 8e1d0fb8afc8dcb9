import type { RoomFrame } from '../client'
import type { MarketplaceId, ParticipantRole, RoomView } from '../protocol'
import { newestSeq } from './state'
import type { Change, RoomState, Side } from './state'

/** A room that we know from outside only. */
export function roomOf(view: RoomView): RoomState {
  const room: RoomState = {
    view,
    run: [],
    from: view.seq + 1,
    joined: false,
    changes: new Map(),
    reads: new Map(),
    pending: [],
    typing: new Map(),
    draft: '',
  }
  return withView(room, view)
}

/** The newer view counts, and how far people have read only grows. */
export function withView(room: RoomState, view: RoomView): RoomState {
  const reads = new Map(room.reads)
  for (const { role, last_read_seq } of view.participants) {
    raise(reads, sideOf(role), last_read_seq)
  }
  return { ...room, reads, view: view.seq >= room.view.seq ? view : room.view }
}

/** The room is heard from the event after `seq` on. What was known stays if nothing is missing. */
export function heardFrom(room: RoomState, seq: number): RoomState {
  if (room.joined && newestSeq(room) >= seq) return room
  return { ...room, joined: true, run: [], from: seq + 1 }
}

/** With events that follow one another without a gap, oldest first. Those that are known or lie
 * apart below what is known change nothing; those that lie apart above it take its place. */
export function withEvents(room: RoomState, events: readonly RoomFrame[]): RoomState {
  const first = events[0]
  const last = events.at(-1)
  if (first === undefined || last === undefined) return room
  const newest = newestSeq(room)
  const known = noted(room, events)
  if (!room.joined || first.seq > newest + 1) {
    return { ...known, joined: true, run: events, from: first.seq }
  }
  if (last.seq < room.from - 1) return known
  const before = events.filter(({ seq }) => seq < room.from)
  const after = events.filter(({ seq }) => seq > newest)
  if (before.length + after.length === 0) return known
  return {
    ...known,
    run:
      before.length === 0 && after.length === 1
        ? [...room.run, ...after]
        : before.concat(room.run, after),
    from: Math.min(first.seq, room.from),
  }
}

/** One live event; one that lies beyond a gap is left to be asked for. */
export function withEvent(room: RoomState, event: RoomFrame): RoomState {
  return event.seq > newestSeq(room) + 1 ? room : withEvents(room, [event])
}

/** What events say about others before them, and about people. */
function noted(room: RoomState, events: readonly RoomFrame[]): RoomState {
  let changes: Map<number, Change> | undefined
  let reads: Map<Side, number> | undefined
  for (const event of events) {
    if (event.type === 'message_edited' || event.type === 'message_deleted') {
      changes ??= new Map(room.changes)
      note(changes, event)
    } else if (event.type === 'read_receipt') {
      reads ??= new Map(room.reads)
      raise(reads, sideIn(room, event, event.user_id), event.up_to_seq)
    }
  }
  return { ...room, changes: changes ?? room.changes, reads: reads ?? room.reads }
}

type Changing = Extract<RoomFrame, { type: 'message_edited' | 'message_deleted' }>

function note(changes: Map<number, Change>, event: Changing): void {
  const known = changes.get(event.message_seq)
  const deleted = event.type === 'message_deleted'
  if (known !== undefined && (known.deleted || (!deleted && known.seq >= event.seq))) return
  const content = deleted ? '' : event.content
  changes.set(event.message_seq, { seq: event.seq, deleted, content })
}

function raise(reads: Map<Side, number>, side: Side, seq: number): void {
  if (seq > (reads.get(side) ?? 0)) reads.set(side, seq)
}

/** An admin counts as the vendor's. */
export function sideOf(role: ParticipantRole): Side {
  return role === 'buyer' || role === 'guest' ? 'buyer' : 'vendor'
}

/** The side of somebody of whom a frame tells; older servers leave out the role. */
export function sideIn(
  { view }: RoomState,
  { role, guest }: { role?: ParticipantRole; guest: boolean },
  id: MarketplaceId | null,
): Side {
  if (role !== undefined) return sideOf(role)
  const known = view.participants.find(({ user_id }) => user_id === id)
  return guest ? 'buyer' : known === undefined ? 'vendor' : sideOf(known.role)
}
