import type { MessageView, RoomView, ServerRoomUpdated } from '../protocol'
import { buyers } from './run'
import { sideIn } from './selectors'
import type { RoomState } from './state'

/** The view after something changed in a room that we do not hear otherwise. */
export function updatedView(room: RoomState, frame: ServerRoomUpdated): RoomView {
  return { ...room.view, ...frame, waiting_since: waitingAfter(room, frame) }
}

function waitingAfter(room: RoomState, frame: ServerRoomUpdated): string | null {
  const { waiting_since: before } = room.view
  const { last_message: last, is_archived, seq } = frame
  if (is_archived === true) return null
  // A frame without a new message has the old one, or none.
  if (last === undefined || last.seq !== seq || seq <= room.view.seq) return before
  return since(before, sideOf(room, last), last.created_at)
}

/** Since when the buyer waits for the vendor's answer: its first message after the vendor's last
 * one. Undefined when it does not. */
export function waitingSince(room: RoomState): string | undefined {
  const side = sideIn(room)
  let at = room.view.waiting_since
  for (const event of room.run.slice(Math.max(0, room.view.seq + 1 - room.from))) {
    if (event.type === 'message') at = since(at, side(event.sender), event.created_at)
    else if (event.type === 'room_archived') at = null
  }
  return at ?? undefined
}

function since(before: string | null, side: 'buyer' | 'vendor', at: string): string | null {
  return side === 'vendor' ? null : (before ?? at)
}

function sideOf(room: RoomState, { sender, guest }: MessageView): 'buyer' | 'vendor' {
  return guest || (sender !== null && buyers(room).has(sender)) ? 'buyer' : 'vendor'
}
