import type {
  Person,
  Product,
  RoomEvent,
  RoomHistoryView,
  RoomView,
  ServerRoomUpdated,
  Uuid,
} from '../src/protocol'
import { valid } from './contract'

/** Somebody who writes: a guest by its name, or an account of the vendor's. */
export type Who = { guest: string } | { name: string; id: number; role?: 'buyer' }

export const VENDOR = { name: 'سفالگری مهر', id: 7 }
export const GUEST = { guest: 'guest-c4ca4238' }

export const GUEST_ID = 'c4ca4238-a0b9-8382-8dcc-509a6f75849b'
const START = Date.parse('2026-11-22T10:15:31.000Z')

/** What a room is about, who asks, and when it was opened, in milliseconds since 1970. */
export interface About {
  product: Product | null
  buyer: Who
  start: number
}

const POT: About = {
  product: {
    id: 123,
    title: 'گلدان سفالی لعاب‌دار',
    url: '/p/123',
    image_url: null,
    price: 450_000,
  },
  buyer: GUEST,
  start: START,
}

type Told = RoomHistoryView['results'][number] & { by: Who }

/** A room as the log has it: what happened, in order. */
export class Room {
  readonly events: Told[] = []
  heard: (seq: number) => void = () => {}

  constructor(
    readonly id: Uuid = '06f0bdd2-5441-8102-8231-bea529e85eaa',
    readonly about: About = POT,
  ) {
    const { product, buyer } = about
    const kind = product === null ? 'direct' : 'product'
    this.happened(buyer, {
      type: 'parley.room.conversation_started.v1',
      data: { room_id: id, kind, vendor_id: 1, product, buyer: person(buyer) },
    })
  }

  /** What sockets that are not in the room hear of the newest event. */
  update(): ServerRoomUpdated | undefined {
    return undefined
  }

  get seq(): number {
    return this.events.length
  }

  message(by: Who, content: string, commandId?: Uuid): number {
    return this.happened(
      by,
      {
        type: 'parley.room.message_sent.v1',
        data: {
          room_id: this.id,
          message_id: this.messageId(this.seq + 1),
          sender: person(by),
          content,
          message_type: 'text',
          file_url: null,
          unread: { buyer: 0, vendor: 0 },
        },
      },
      commandId,
    )
  }

  edit(by: Who, seq: number, content: string): number {
    const data = {
      room_id: this.id,
      message_id: this.messageId(seq),
      message_seq: seq,
      editor: person(by),
      content,
    }
    return this.happened(by, {
      type: 'parley.room.message_edited.v1',
      data: { ...data },
    })
  }

  delete(by: Who, seq: number): number {
    const data = {
      room_id: this.id,
      message_id: this.messageId(seq),
      message_seq: seq,
      deleted_by: person(by),
    }
    return this.happened(by, { type: 'parley.room.message_deleted.v1', data })
  }

  read(by: Who, upToSeq: number): void {
    const data = {
      room_id: this.id,
      reader: person(by),
      up_to_seq: Math.min(upToSeq, this.seq),
      unread: { buyer: 0, vendor: 0 },
    }
    this.happened(by, { type: 'parley.room.messages_read.v1', data })
  }

  archive(by: Who, away = true): number {
    const type = away
      ? 'parley.room.conversation_archived.v1'
      : 'parley.room.conversation_unarchived.v1'
    return this.happened(by, { type, data: { room_id: this.id, by: person(by) } })
  }

  attach(name: string, id: number): number {
    const participant = { role: 'buyer' as const, account_id: id, guest_id: null, username: name }
    return this.happened(GUEST, {
      type: 'parley.room.participant_attached.v1',
      data: { room_id: this.id, guest_id: GUEST_ID, participant },
    })
  }

  /** The history, where a command's id is told to its sender only. */
  seenBy(who: Who): RoomHistoryView['results'] {
    return this.events.map(({ by, command_id, ...told }) =>
      command_id !== undefined && name(by) === name(who) ? { ...told, command_id } : told,
    )
  }

  view(who: Who): RoomView {
    const own = 'guest' in who
    return valid('views/room', {
      room_id: this.id,
      kind: 'product',
      vendor_id: 1,
      product: this.about.product,
      participants: [
        {
          user_id: null,
          username: GUEST.guest,
          role: 'guest',
          guest: true,
          guest_id: GUEST_ID,
          joined_at: this.time(1),
          last_read_at: null,
          last_read_seq: 0,
        },
      ],
      guest_session: own ? '2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19' : null,
      guest: true,
      guest_id: GUEST_ID,
      is_archived: false,
      seq: this.seq,
      last_message: null,
      unread_count: 0,
      waiting_since: null,
      created_at: this.time(1),
      updated_at: this.time(this.seq),
    })
  }

  seqOf(messageId: Uuid): number | undefined {
    return this.events.find(({ seq }) => this.messageId(seq) === messageId)?.seq
  }

  time(seq: number): string {
    return new Date(this.about.start + seq * 1_000).toISOString()
  }

  protected messageId(seq: number): Uuid {
    return `${this.id.slice(0, 24)}${String(seq).padStart(12, '0')}`
  }

  private happened(by: Who, { type, data }: RoomEvent, commandId?: Uuid): number {
    const seq = this.seq + 1
    this.events.push({
      seq,
      type,
      time: this.time(seq),
      data,
      by,
      ...(commandId === undefined ? {} : { command_id: commandId }),
    })
    this.heard(seq)
    return seq
  }
}

function name(who: Who): string {
  return 'guest' in who ? who.guest : who.name
}

export function person(who: Who): Person {
  return 'guest' in who
    ? { role: 'guest', account_id: null, guest_id: GUEST_ID, username: who.guest }
    : { role: who.role ?? 'vendor', account_id: who.id, guest_id: null, username: who.name }
}
