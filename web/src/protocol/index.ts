import { PUBLIC_FRAME_KEYS, SERVER_FRAME_KEYS } from './generated'
import type { PublicFrame, ServerFrame } from './generated'

export type * from './generated'

/** A frame of the marketplace's socket; undefined for what is none, or one of a later version. */
export function readServerFrame(text: string): ServerFrame | undefined {
  return read(text, SERVER_FRAME_KEYS) as ServerFrame | undefined
}

/** A frame of a public room's socket; undefined for what is none, or one of a later version. */
export function readPublicFrame(text: string): PublicFrame | undefined {
  return read(text, PUBLIC_FRAME_KEYS) as PublicFrame | undefined
}

function read(text: string, keys: Readonly<Record<string, readonly string[]>>): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return undefined
  }
  const required = Object.hasOwn(keys, String(value.type)) ? keys[String(value.type)] : undefined
  return required?.every((key) => key in value) ? value : undefined
}
