import type { ConnectionState, RoomFrame } from '../client'
import type { MarketplaceId, RoomView, Uuid } from '../protocol'

/** Those who may buy and those who sell. */
export type Side = 'buyer' | 'vendor'

/** Who we are, as the socket told us; a guest has no id. */
export interface Me {
  name: string
  id: MarketplaceId | null
}

/** Written here and not seen in the room yet. `arrivedAs` is its sequence once it is in the log. */
export interface Pending {
  clientMessageId: Uuid
  content: string
  /** Milliseconds since 1970. */
  at: number
  /** The room's sequence that was known when it was written. */
  afterSeq: number
  /** Why it was not taken; undefined as long as it is under way. */
  failed?: string
  arrivedAs?: number
}

/** What became of a message: its newest text, or that it is gone. */
export interface Change {
  seq: number
  deleted: boolean
  content: string
}

/** What we know of a room. Everything in it is a fact of the room's history, so it does not matter
 * in which order it came to us. */
export interface RoomState {
  /** The newest view of the room that we were given; what happened after it is in `run`. */
  view: RoomView
  /** Events without a gap, up to the newest that we know; `run[0]` has the sequence `from`. */
  run: readonly RoomFrame[]
  from: number
  /** Whether the room is heard, so that `run` has a place in the history. */
  joined: boolean
  /** By the message's sequence. */
  changes: ReadonlyMap<number, Change>
  /** How far each side has read. */
  reads: ReadonlyMap<Side, number>
  pending: readonly Pending[]
  /** Who types, and until when unless they say so again; names by keys. */
  typing: ReadonlyMap<string, { name: string; until: number }>
  draft: string
}

export interface ChatState {
  connection: ConnectionState
  me: Me | undefined
  rooms: ReadonlyMap<Uuid, RoomState>
  /** Whether the conversations have been loaded. */
  loaded: boolean
}

export const NOTHING: ChatState = {
  connection: { is: 'closed' },
  me: undefined,
  rooms: new Map(),
  loaded: false,
}

/** How long a sign of typing holds, in milliseconds. */
export const TYPING_HOLDS = 6_000

/** The sequence of the newest event in `run`; the one before `from` while it is empty. */
export function newestSeq({ from, run }: RoomState): number {
  return from + run.length - 1
}

/** A guest is known by its name, which others see instead of its secret. */
export function personKey(id: MarketplaceId | null, name: string): string {
  return id === null ? `guest:${name}` : `account:${id}`
}
