import type { ConnectionState, PublicRoomRow, Visit } from '../client'
import type { PublicFrame, PublicMessageView, PublicUserList } from '../protocol'
import type { Line } from './timeline'
import { TYPING_HOLDS } from './state'

/** What was said in a public room, and what the server told about people in it. */
export type Told =
  | {
      kind: 'message'
      seq: number
      id: string
      userId: string
      name: string
      color: string
      content: string
      at: number
    }
  | { kind: 'note'; id: string; text: string; at: number }

/** One visitor's stay in one public room. */
export interface VisitState {
  connection: ConnectionState
  visit: Visit | undefined
  told: readonly Told[]
  users: PublicUserList['users']
  /** Names by ids, and until when. */
  typing: ReadonlyMap<string, { name: string; until: number }>
  /** What the server said last could not be done; in the reader's language. */
  trouble: string | undefined
  rooms: readonly PublicRoomRow[]
  /** Whether there are older messages than those that are here. */
  more: boolean
}

export const NOWHERE: VisitState = {
  connection: { is: 'closed' },
  visit: undefined,
  told: [],
  users: [],
  typing: new Map(),
  trouble: undefined,
  rooms: [],
  more: true,
}

/** With older or newer messages; those that are known stay as they are. */
export function withTold(state: VisitState, more: readonly Told[]): VisitState {
  const known = new Set(state.told.map(({ id }) => id))
  const added = more.filter(({ id }) => !known.has(id))
  if (added.length === 0) return state
  return { ...state, told: [...state.told, ...added].sort(inOrder) }
}

/** By `seq` where both have one. Notes have none, and stand where their time is. */
function inOrder(a: Told, b: Told): number {
  if (a.kind === 'message' && b.kind === 'message') return a.seq - b.seq
  return a.at - b.at
}

/** The state after a frame that came at this time. */
export function visited(state: VisitState, frame: PublicFrame, at: number): VisitState {
  switch (frame.type) {
    case 'message': {
      const typing = new Map(state.typing)
      typing.delete(frame.user_id)
      return withTold({ ...state, typing, trouble: undefined }, [messageOf(frame)])
    }
    case 'system': {
      const id = `${frame.timestamp} ${frame.user_id} ${frame.message}`
      return withTold(state, [
        { kind: 'note', id, text: frame.message, at: Date.parse(frame.timestamp) },
      ])
    }
    case 'user_list':
      return { ...state, users: frame.users }
    case 'typing': {
      const typing = new Map(state.typing)
      typing.delete(frame.user_id)
      if (isTyping(frame.typing))
        typing.set(frame.user_id, { name: frame.username, until: at + TYPING_HOLDS })
      return { ...state, typing }
    }
    case 'error':
      return { ...state, trouble: frame.message }
    case 'resync':
      return { ...state, told: [], more: true }
  }
}

/** As old clients have it: anything that Python takes for true. */
function isTyping(sign: unknown): boolean {
  return Boolean(sign)
}

function messageOf(frame: Extract<PublicFrame, { type: 'message' }>): Told {
  return {
    kind: 'message',
    seq: frame.seq,
    id: frame.message_id,
    userId: frame.user_id,
    name: frame.username,
    color: frame.user_color,
    content: frame.message,
    at: Date.parse(frame.timestamp),
  }
}

export function toldOf({ id, seq, user, content, timestamp }: PublicMessageView): Told {
  const { id: userId, username: name, color } = user
  return { kind: 'message', seq, id, userId, name, color, content, at: Date.parse(timestamp) }
}

/** Of notes that follow one another the newest are shown: where people only come and go, what was
 * said stays in view. */
const NOTES_IN_A_ROW = 3

/** What a room view shows, from top to bottom. */
export function visitLines({ told, visit }: VisitState, dayOf: (at: number) => string): Line[] {
  const lines: Line[] = []
  let day = ''
  for (const each of told) {
    const its = dayOf(each.at)
    if (its !== day) lines.push({ kind: 'day', key: `day ${(day = its)}`, at: each.at })
    lines.push(
      each.kind === 'note' ? { kind: 'note', key: each.id, text: each.text } : lineOf(each, visit),
    )
  }
  return withoutRuns(lines)
}

function withoutRuns(lines: readonly Line[]): Line[] {
  const shown: Line[] = []
  let run: Line[] = []
  const end = () => {
    const [first] = run
    const folded = run.length - NOTES_IN_A_ROW
    if (first !== undefined && folded > 1) {
      shown.push({ kind: 'fold', key: `before ${first.key}`, n: folded })
      run = run.slice(folded)
    }
    shown.push(...run)
    run = []
  }
  for (const line of lines) {
    if (line.kind === 'note') {
      run.push(line)
    } else {
      end()
      shown.push(line)
    }
  }
  end()
  return shown
}

function lineOf(each: Extract<Told, { kind: 'message' }>, visit: Visit | undefined): Line {
  const { id, seq, name, color, content, at } = each
  return {
    kind: 'message',
    key: id,
    seq,
    clientMessageId: undefined,
    messageId: id,
    own: each.userId === visit?.user_id,
    mine: false,
    sender: each.userId,
    name,
    color,
    content,
    messageType: 'text',
    fileUrl: null,
    edited: false,
    deleted: false,
    at,
    tick: undefined,
    failure: undefined,
  }
}
