import type { Told } from '../client'
import type {
  ConversationStartedEvent,
  MarketplaceId,
  MessageType,
  ParticipantRole,
  Person,
  RoomEvent,
  RoomView,
  Uuid,
  Visitor,
} from '../protocol'

/** Who did something; a visitor of a public room is in none of the roles. */
export interface Who {
  name: string
  role: ParticipantRole | 'visitor'
  id: MarketplaceId | null
  color?: string
}

/** A text that a message had, from this moment on. */
export interface Version {
  seq: number
  at: number
  content: string
}

export interface MessageEntry {
  kind: 'message'
  key: string
  seq: number
  at: number
  messageId: Uuid
  who: Who
  /** Oldest first: what is read now is the last. */
  versions: readonly Version[]
  /** Taken back. What it said stays in the room's history. */
  deleted: { seq: number; at: number; who: Who } | undefined
  type: MessageType
  fileUrl: string | null
}

export type What =
  | 'started'
  | 'archived'
  | 'unarchived'
  | 'attached'
  | 'forwarded'
  | 'read'
  | 'edited'
  | 'deleted'
  | 'reported'
  | 'reports_closed'
  | 'room_opened'
  | 'room_changed'
  | 'room_deleted'
  | 'came'
  | 'left'
  | 'renamed'
  | 'other'

export interface EventEntry {
  kind: 'event'
  key: string
  seq: number
  at: number
  what: What
  who: Who | undefined
  /** The message that it is about. */
  about: number | undefined
  /** What was written, when it stands nowhere else; or what it is called in the log. */
  text: string
}

export interface DayEntry {
  kind: 'day'
  key: string
  at: number
}

export type Entry = MessageEntry | EventEntry | DayEntry

/** What is told only to who wants all of it. */
const QUIET: ReadonlySet<What> = new Set(['read', 'came', 'left'])

export interface EntryOptions {
  /** The day of a moment in the reader's time zone: equal for equal days. */
  dayOf: (at: number) => string
  /** Whether to tell who read what, and who came and went. */
  quiet: boolean
}

/** Everything that happened in a room, from top to bottom. */
export function entriesOf(events: readonly Told[], { dayOf, quiet }: EntryOptions): Entry[] {
  const entries: Entry[] = []
  const messages = new Map<number, number>()
  let day = ''
  for (const told of events) {
    const entry = entryOf(told)
    if (entry === undefined || (entry.kind === 'event' && !quiet && QUIET.has(entry.what))) continue
    if (entry.kind === 'event' && change(entries, messages, entry)) entry.text = ''
    const its = dayOf(entry.at)
    if (its !== day) entries.push({ kind: 'day', key: `day ${(day = its)}`, at: entry.at })
    if (entry.kind === 'message') messages.set(entry.seq, entries.length)
    entries.push(entry)
  }
  return entries
}

/** Writes an edit or a deletion to the message that it is about; false when that is not loaded. */
function change(
  entries: Entry[],
  messages: ReadonlyMap<number, number>,
  event: EventEntry,
): boolean {
  const place = event.about === undefined ? undefined : messages.get(event.about)
  const message = place === undefined ? undefined : entries[place]
  if (place === undefined || message?.kind !== 'message') return false
  const { seq, at, who } = event
  if (event.what === 'edited') {
    const versions = [...message.versions, { seq, at, content: event.text }]
    entries[place] = { ...message, versions }
  } else if (event.what === 'deleted' && who !== undefined) {
    entries[place] = { ...message, deleted: { seq, at, who } }
  } else {
    return false
  }
  return true
}

function entryOf(told: Told): MessageEntry | EventEntry | undefined {
  const { seq, time, type, data } = told
  const at = Date.parse(time)
  const happened = (what: What, who?: Who, text = '', about?: number): EventEntry => ({
    kind: 'event',
    key: `event ${seq}`,
    seq,
    at,
    what,
    who,
    about,
    text,
  })
  const event = { type, data } as RoomEvent | PublicEvent
  switch (event.type) {
    case 'parley.room.message_sent.v1':
      return messageOf(seq, at, whoIs(event.data.sender), event.data)
    case 'parley.public_room.public_message_sent.v1':
      return messageOf(seq, at, visitor(event.data.sender), event.data)
    case 'parley.room.conversation_started.v1':
      return happened('started', whoIs(event.data.buyer), about(event))
    case 'parley.room.conversation_forwarded.v1':
      return happened('forwarded', undefined, event.data.to_room_id)
    case 'parley.room.conversation_archived.v1':
      return happened('archived', whoIs(event.data.by))
    case 'parley.room.conversation_unarchived.v1':
      return happened('unarchived', whoIs(event.data.by))
    case 'parley.room.participant_attached.v1':
      return happened('attached', whoIs(event.data.participant))
    case 'parley.room.messages_read.v1':
      return happened('read', whoIs(event.data.reader), '', event.data.up_to_seq)
    case 'parley.room.message_edited.v1': {
      const { editor, content, message_seq } = event.data
      return happened('edited', whoIs(editor), content, message_seq)
    }
    case 'parley.room.message_deleted.v1':
      return happened('deleted', whoIs(event.data.deleted_by), '', event.data.message_seq)
    case 'parley.room.conversation_reported.v1':
      return happened('reported', whoIs(event.data.reporter), event.data.reason)
    case 'parley.room.reports_closed.v1':
      return happened('reports_closed', whoIs(event.data.by))
    case 'parley.public_room.public_room_opened.v1':
      return happened('room_opened', undefined, event.data.settings.name)
    case 'parley.public_room.public_room_changed.v1':
      return happened('room_changed', undefined, event.data.settings.name)
    case 'parley.public_room.public_room_deleted.v1':
      return happened('room_deleted')
    case 'parley.public_room.visitor_joined.v1':
      return happened('came', visitor(event.data.visitor))
    case 'parley.public_room.visitor_left.v1':
      return happened('left', visitor(event.data.visitor))
    case 'parley.public_room.visitor_changed.v1':
      return happened('renamed', visitor(event.data.visitor), event.data.former_username)
    case 'parley.public_room.connection_closed.v1':
      return undefined
    default:
      return happened('other', undefined, type)
  }
}

/** Whether a conversation is put away, by its view and what happened after it. */
export function archivedAfter(view: RoomView, events: readonly Told[]): boolean {
  const last = events.findLast(({ seq, type }) => seq > view.seq && TURNS.has(type))
  return last === undefined ? view.is_archived : last.type === ARCHIVED
}

const ARCHIVED = 'parley.room.conversation_archived.v1'
const TURNS: ReadonlySet<string> = new Set([
  ARCHIVED,
  'parley.room.conversation_unarchived.v1',
  'parley.room.message_sent.v1',
])

interface Said {
  message_id: Uuid
  content: string
  message_type: MessageType
  file_url: string | null
}

function messageOf(seq: number, at: number, who: Who, said: Said): MessageEntry {
  return {
    kind: 'message',
    key: said.message_id,
    seq,
    at,
    messageId: said.message_id,
    who,
    versions: [{ seq, at, content: said.content }],
    deleted: undefined,
    type: said.message_type,
    fileUrl: said.file_url,
  }
}

export function whoIs({ role, account_id: id, username: name }: Person): Who {
  return { name, role, id }
}

function visitor({ id, username: name, color }: Visitor): Who {
  return { name, role: 'visitor', id, color }
}

function about({ data }: ConversationStartedEvent): string {
  return data.product?.title ?? ''
}

type Settings = { settings: { name: string } }
type By = { visitor: Visitor }

/** Of a public room, as its history has them. */
type PublicEvent =
  | { type: 'parley.public_room.public_message_sent.v1'; data: Said & { sender: Visitor } }
  | { type: 'parley.public_room.public_room_opened.v1'; data: Settings }
  | { type: 'parley.public_room.public_room_changed.v1'; data: Settings }
  | { type: 'parley.public_room.public_room_deleted.v1' }
  | { type: 'parley.public_room.visitor_joined.v1'; data: By }
  | { type: 'parley.public_room.visitor_left.v1'; data: By }
  | { type: 'parley.public_room.visitor_changed.v1'; data: By & { former_username: string } }
  | { type: 'parley.public_room.connection_closed.v1' }
