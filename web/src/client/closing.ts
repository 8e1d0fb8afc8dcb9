/** What to do when the server closes a socket: connect again after a growing wait (`again`), soon
 * (`soon`), late (`later`), after getting fresh credentials (`renew`), or not at all (`end`). */
export type Reaction = 'again' | 'soon' | 'later' | 'renew' | 'end'

const REACTIONS: Readonly<Record<number, Reaction>> = {
  1000: 'end',
  1001: 'again', // nothing was heard from us
  1003: 'again', // frames are text
  1009: 'again', // a frame was too long
  1011: 'again', // internal error
  1012: 'soon', // the node restarts; it already tells its sockets one after the other
  1013: 'later', // no answer in time
  4001: 'end', // the room is full
  4008: 'end', // too many connections of one visitor
  4400: 'end', // the address cannot be
  4401: 'renew', // not authenticated (any more)
  4404: 'end', // there can be no such room
  4408: 'again', // too slow: what was missed comes with `after_seq`
  4429: 'later', // too many connections or joins
}

/** Unknown codes, and 1006 for a connection that was cut, are worth another try. */
export function reactionTo(code: number): Reaction {
  return REACTIONS[code] ?? 'again'
}

/** Codes that a server of ours closes with. */
export const KNOWN_CODES = Object.keys(REACTIONS).map(Number)
