import type { Told } from '../client'

/** What is known of a room's events: all after `after`, up to `upTo`. */
export interface History {
  after: number
  upTo: number
  events: readonly Told[]
  /** The newest sequence that we heard of. */
  newest: number
}

/** A room of which nothing was read yet, but that it is this long. */
export function unread(newest: number): History {
  return { after: newest, upTo: newest, events: [], newest }
}

/** With a page: what happened after `after`, up to `upTo`. One that leaves a gap takes the place of
 * what was known when it is further on, and changes nothing when it is before. */
export function withPage(
  history: History,
  after: number,
  upTo: number,
  page: readonly Told[],
): History {
  const newest = Math.max(history.newest, upTo)
  if (upTo < history.after) return { ...history, newest }
  if (after > history.upTo) return { after, upTo, events: page, newest }
  return {
    after: Math.min(history.after, after),
    upTo: Math.max(history.upTo, upTo),
    events: [
      ...page.filter(({ seq }) => seq <= history.after),
      ...history.events,
      ...page.filter(({ seq }) => seq > history.upTo),
    ],
    newest,
  }
}

/** With live events: they count where they continue what is known; otherwise we only know that there
 * are more. */
export function withLive(history: History, events: readonly Told[]): History {
  let next = history
  for (const event of events) {
    next =
      event.seq === next.upTo + 1
        ? withPage(next, next.upTo, event.seq, [event])
        : withNewest(next, event.seq)
  }
  return next
}

export function withNewest(history: History, seq: number): History {
  return seq > history.newest ? { ...history, newest: seq } : history
}

/** Whether the newest of what we heard of was read. */
export function isAtEnd({ upTo, newest }: History): boolean {
  return upTo >= newest
}
