import type { Person, RoomEvent, RoomHistoryView, Uuid } from '../protocol'
import type { RoomFrame } from './joined'

/** An event as a room's history tells it. */
export type Told = RoomHistoryView['results'][number]

/** The frame that a live socket would have got for this event of a room's history. */
export function frameOf(roomId: Uuid, told: Told): RoomFrame {
  const place = { room_id: roomId, seq: told.seq }
  const event = { type: told.type, data: told.data } as RoomEvent
  switch (event.type) {
    case 'parley.room.conversation_started.v1': {
      const { vendor_id, product, buyer } = event.data
      const who = { ...named(buyer), guest: isGuest(buyer), guest_id: buyer.guest_id }
      return { type: 'room_opened', ...place, vendor_id, product, ...who, created_at: told.time }
    }
    case 'parley.room.message_sent.v1': {
      const { message_id, sender, content, message_type, file_url } = event.data
      return {
        type: 'message',
        ...place,
        message_id,
        sender: sender.account_id,
        sender_username: sender.username,
        guest: isGuest(sender),
        guest_id: sender.guest_id,
        role: sender.role,
        content,
        message_type,
        file_url,
        created_at: told.time,
        is_read: false,
        ...(told.command_id === undefined ? {} : { client_message_id: told.command_id }),
      }
    }
    case 'parley.room.message_edited.v1': {
      const { message_id, message_seq, content } = event.data
      return {
        type: 'message_edited',
        ...place,
        message_id,
        message_seq,
        content,
        edited_at: told.time,
      }
    }
    case 'parley.room.message_deleted.v1': {
      const { message_id, message_seq } = event.data
      return { type: 'message_deleted', ...place, message_id, message_seq }
    }
    case 'parley.room.messages_read.v1': {
      const { reader, up_to_seq } = event.data
      const who = { ...placed(reader), guest: isGuest(reader) }
      return { type: 'read_receipt', ...place, ...who, up_to_seq, read_at: told.time }
    }
    case 'parley.room.conversation_archived.v1':
      return { type: 'room_archived', ...place, ...placed(event.data.by) }
    case 'parley.room.conversation_unarchived.v1':
      return { type: 'room_unarchived', ...place, ...placed(event.data.by) }
    case 'parley.room.participant_attached.v1':
      return { type: 'participant_joined', ...place, ...named(event.data.participant) }
    case 'parley.room.conversation_forwarded.v1':
    case 'parley.room.conversation_reported.v1':
    case 'parley.room.reports_closed.v1':
      return { type: 'other_event', ...place }
    default:
      event satisfies never
      return { type: 'other_event', ...place }
  }
}

/** Under which name somebody is known to others. */
function named({ account_id, username }: Person) {
  return { user_id: account_id, username }
}

/** The same with the side that they are on. */
function placed(person: Person) {
  return { ...named(person), guest_id: person.guest_id, role: person.role }
}

function isGuest(person: Person): boolean {
  return person.guest_id !== null
}
