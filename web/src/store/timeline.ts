import type { RoomFrame } from '../client'
import type { MarketplaceId, MessageType, Product } from '../protocol'
import { mySide, readByOthers, senderSide } from './selectors'
import type { Reader } from './selectors'
import { personKey } from './state'
import type { RoomState } from './state'

/** What became of a message of ours. */
export type Tick = 'pending' | 'failed' | 'sent' | 'read'

export interface MessageLine {
  kind: 'message'
  key: string
  /** Undefined until it is in the log. */
  seq: number | undefined
  clientMessageId: string | undefined
  messageId: string | undefined
  /** Of our side. */
  own: boolean
  /** Of ourselves, so that we may change it for a while. */
  mine: boolean
  sender: MarketplaceId | null
  name: string
  /** Of the name, where people choose one. */
  color?: string
  content: string
  messageType: MessageType
  fileUrl: string | null
  edited: boolean
  deleted: boolean
  /** Milliseconds since 1970. */
  at: number
  /** Only of our own. */
  tick: Tick | undefined
  failure: string | undefined
}

/** Something that happened to the room. */
export interface SystemLine {
  kind: 'system'
  key: string
  what: 'room_opened' | 'room_archived' | 'room_unarchived' | 'participant_joined'
  name: string
  product: Product | null
}

/** A new day begins, which has this name. */
export interface DayLine {
  kind: 'day'
  key: string
  at: number
}

/** Here begins what was not read. */
export interface UnreadLine {
  kind: 'unread'
  key: string
}

/** Something that the server tells in the reader's language. */
export interface NoteLine {
  kind: 'note'
  key: string
  text: string
}

/** So many notes stood here before the next. */
export interface FoldLine {
  kind: 'fold'
  key: string
  n: number
}

export type Line = MessageLine | SystemLine | DayLine | UnreadLine | NoteLine | FoldLine

export interface TimelineOptions {
  reader: Reader
  /** The day of a moment in the reader's time zone: equal for equal days. */
  dayOf: (at: number) => string
  /** The first message that was unread when the reader came. */
  unreadFrom: number | undefined
}

/** Everything that a room view shows, from top to bottom. */
export function timeline(room: RoomState, { reader, dayOf, unreadFrom }: TimelineOptions): Line[] {
  const lines: Line[] = []
  const draw = painter(room, reader)
  let day = ''
  const add = (line: MessageLine) => {
    const its = dayOf(line.at)
    if (its !== day) lines.push({ kind: 'day', key: `day ${(day = its)}`, at: line.at })
    if (line.seq !== undefined && line.seq === unreadFrom) {
      lines.push({ kind: 'unread', key: 'unread' })
    }
    lines.push(line)
  }
  for (const event of room.run) {
    if (event.type === 'message') add(draw(event))
    else if (isTold(event)) lines.push(systemLine(event))
  }
  for (const { clientMessageId, content, at, failed } of room.pending) {
    add({
      ...OWN,
      key: clientMessageId,
      clientMessageId,
      content,
      at,
      tick: failed === undefined ? 'pending' : 'failed',
      failure: failed,
    })
  }
  return lines
}

const OWN = {
  kind: 'message',
  seq: undefined,
  messageId: undefined,
  own: true,
  mine: true,
  sender: null,
  name: '',
  messageType: 'text',
  fileUrl: null,
  edited: false,
  deleted: false,
} as const

function painter(room: RoomState, reader: Reader) {
  const mine = mySide(room, reader)
  const read = readByOthers(room, reader)
  return (event: Extract<RoomFrame, { type: 'message' }>): MessageLine => {
    const change = room.changes.get(event.seq)
    const own = mine !== undefined && senderSide(room, event) === mine
    return {
      kind: 'message',
      // The same key as while it was pending, so that it stays the same line.
      key: event.client_message_id ?? event.message_id,
      seq: event.seq,
      clientMessageId: event.client_message_id,
      messageId: event.message_id,
      own,
      mine: isMine(event, reader),
      sender: event.sender,
      name: event.sender_username,
      content: change?.content ?? event.content,
      messageType: event.message_type,
      fileUrl: change?.deleted === true ? null : event.file_url,
      edited: change !== undefined && !change.deleted,
      deleted: change?.deleted ?? false,
      at: Date.parse(event.created_at),
      tick: own ? (event.seq <= read ? 'read' : 'sent') : undefined,
      failure: undefined,
    }
  }
}

function isMine(event: Extract<RoomFrame, { type: 'message' }>, { me }: Reader): boolean {
  if (me === undefined) return false
  return personKey(event.sender, event.sender_username) === personKey(me.id, me.name)
}

type Told = Extract<RoomFrame, { type: SystemLine['what'] }>

function isTold(event: RoomFrame): event is Told {
  return ['room_opened', 'room_archived', 'room_unarchived', 'participant_joined'].includes(
    event.type,
  )
}

function systemLine(event: Told): SystemLine {
  const product = event.type === 'room_opened' ? event.product : null
  const { type: what, username: name, seq } = event
  return { kind: 'system', key: `event ${seq}`, what, name, product }
}
