import type { VendorSummaryView } from '../protocol'
import type { Row } from './queue'

/** How much there is; what is put away is counted in `archived` only. */
export interface Counts {
  rooms: number
  archived: number
  waiting: number
  unreadRooms: number
  unreadMessages: number
}

export const NONE: Counts = { rooms: 0, archived: 0, waiting: 0, unreadRooms: 0, unreadMessages: 0 }

export function countsOf(summary: VendorSummaryView): Counts {
  const { rooms, archived, waiting, unread_rooms, unread_messages } = summary
  return { rooms, archived, waiting, unreadRooms: unread_rooms, unreadMessages: unread_messages }
}

/** What one conversation adds. */
function of(row: Row | undefined): Counts {
  if (row === undefined) return NONE
  if (row.archived) return { ...NONE, archived: 1 }
  return {
    rooms: 1,
    archived: 0,
    waiting: row.waitingSince === undefined ? 0 : 1,
    unreadRooms: row.unread > 0 ? 1 : 0,
    unreadMessages: row.unread,
  }
}

/** The counts after one conversation has become another; undefined for one that was not there. */
export function countsAfter(counts: Counts, before: Row | undefined, after: Row): Counts {
  const less = of(before)
  const more = of(after)
  const sum = (key: keyof Counts) => Math.max(0, counts[key] - less[key] + more[key])
  return {
    rooms: sum('rooms'),
    archived: sum('archived'),
    waiting: sum('waiting'),
    unreadRooms: sum('unreadRooms'),
    unreadMessages: sum('unreadMessages'),
  }
}
