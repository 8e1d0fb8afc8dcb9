import { PUBLIC_FRAME_KEYS, SERVER_FRAME_KEYS } from './generated'
import type { PublicFrame, ServerFrame, Uuid } from './generated'

export type * from './generated'

/** An event of a room of a type that a later version has: nothing to show, but it counts. */
export interface OtherEvent {
  type: 'other_event'
  room_id: Uuid
  seq: number
}

/** A frame of the marketplace's socket; undefined for what is none, or says nothing to us. */
export function readServerFrame(text: string): ServerFrame | OtherEvent | undefined {
  return (read(text, SERVER_FRAME_KEYS) as ServerFrame | undefined) ?? otherEvent(text)
}

/** A frame of a public room's socket; undefined for what is none, or one of a later version. */
export function readPublicFrame(text: string): PublicFrame | undefined {
  return read(text, PUBLIC_FRAME_KEYS) as PublicFrame | undefined
}

function otherEvent(text: string): OtherEvent | undefined {
  const other = read(text, {}, ['room_id', 'seq']) as Record<string, unknown> | undefined
  return typeof other?.['room_id'] === 'string' && typeof other['seq'] === 'number'
    ? { type: 'other_event', room_id: other['room_id'], seq: other['seq'] }
    : undefined
}

/** Fields that servers before this version leave out. */
const LATER: ReadonlySet<string> = new Set(['role', 'guest_id'])

function read(
  text: string,
  keys: Readonly<Record<string, readonly string[]>>,
  unknown?: readonly string[],
): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return undefined
  }
  const required = Object.hasOwn(keys, String(value.type)) ? keys[String(value.type)] : unknown
  return required?.every((key) => key in value || LATER.has(key)) ? value : undefined
}
