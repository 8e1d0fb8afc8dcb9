import type { MarketplaceId, ParticipantRole, RoomView, ServerRoomUpdated } from '../protocol'
import { sideIn } from './run'
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
  return since(before, room, last)
}

/** Since when the buyer waits for the vendor's answer: its first message after the vendor's last
 * one. Undefined when it does not. */
export function waitingSince(room: RoomState): string | undefined {
  let at = room.view.waiting_since
  for (const event of room.run.slice(Math.max(0, room.view.seq + 1 - room.from))) {
    if (event.type === 'message') at = since(at, room, event)
    else if (event.type === 'room_archived') at = null
  }
  return at ?? undefined
}

interface Told {
  sender: MarketplaceId | null
  role?: ParticipantRole
  guest: boolean
  created_at: string
}

/** What an admin says is no answer of the vendor. */
function since(before: string | null, room: RoomState, message: Told): string | null {
  const { role, sender, created_at } = message
  if (role === 'admin') return before
  return sideIn(room, message, sender) === 'vendor' ? null : (before ?? created_at)
}
