import type { Reply, ReplyDraft } from '../src/client'
import { plain } from '../src/vendor/replies'
import type {
  MessageView,
  Product,
  RoomView,
  ServerRoomUpdated,
  VendorSummaryView,
} from '../src/protocol'
import { valid } from './contract'
import { Room, VENDOR, person } from './room'
import type { Answer, ChatServer } from './server'

const GUEST_ID = 'c4ca4238-a0b9-8382-8dcc-509a6f75849b'

/** A room with views that say what happened in it. */
export class InboxRoom extends Room {
  override view(): RoomView {
    const { product, buyer } = this.about
    const who = person(buyer)
    const guest = 'guest' in buyer
    return valid('views/room', {
      room_id: this.id,
      kind: product === null ? 'direct' : 'product',
      vendor_id: 1,
      product,
      participants: [
        {
          user_id: who.account_id,
          username: who.username,
          role: guest ? 'guest' : 'buyer',
          guest,
          guest_id: guest ? GUEST_ID : null,
          joined_at: this.time(1),
          last_read_at: null,
          last_read_seq: 0,
        },
      ],
      guest_session: null,
      guest,
      guest_id: guest ? GUEST_ID : null,
      is_archived: this.isArchived,
      seq: this.seq,
      last_message: this.lastMessage,
      unread_count: this.unread,
      waiting_since: this.waitingSince,
      created_at: this.time(1),
      updated_at: this.time(this.seq),
    })
  }

  override update(): ServerRoomUpdated {
    const last = this.lastMessage
    return {
      type: 'room_updated',
      room_id: this.id,
      seq: this.seq,
      ...(last === null ? {} : { last_message: last }),
      unread_count: this.unread,
      is_archived: this.isArchived,
      updated_at: this.time(this.seq),
    }
  }

  get isArchived(): boolean {
    const last = this.events.findLast(({ type }) => /archived|message_sent/.test(type))
    return last?.type === 'parley.room.conversation_archived.v1'
  }

  get unread(): number {
    const read = this.events.findLast(
      ({ type, by }) => type.includes('messages_read') && by === VENDOR,
    )
    const upTo = Number(read?.data['up_to_seq' as never] ?? 0)
    return this.events.filter(
      ({ seq, type, by }) => seq > upTo && type.includes('message_sent') && by !== VENDOR,
    ).length
  }

  get waitingSince(): string | null {
    let since: string | null = null
    for (const { type, by, time } of this.events) {
      if (type.includes('conversation_archived')) since = null
      else if (type.includes('message_sent')) since = by === VENDOR ? null : (since ?? time)
    }
    return since
  }

  get lastMessage(): MessageView | null {
    const last = this.events.findLast(({ type }) => type.includes('message_sent'))
    if (last === undefined) return null
    const { account_id, guest_id, username, role } = person(last.by)
    return {
      id: this.messageId(last.seq),
      room_id: this.id,
      seq: last.seq,
      sender: account_id,
      sender_username: username,
      role,
      guest: guest_id !== null,
      guest_id,
      content: String(last.data['content' as never]),
      message_type: 'text',
      file_url: null,
      is_read: false,
      read_at: null,
      edited_at: null,
      deleted: false,
      created_at: last.time,
    }
  }
}

/** What a server has for a vendor's staff. */
export class VendorDesk {
  readonly replies: Reply[] = []
  private ids = 0

  constructor(private readonly server: ChatServer) {
    server.answer = (method, url, body) => this.answer(method, url, body)
  }

  reply(draft: ReplyDraft): Reply {
    const id = `4f0cf1e6-7d5a-4b7e-9a43-${String(++this.ids).padStart(12, '0')}`
    const at = '2026-11-22T10:15:31.121Z'
    const reply = { id, ...draft, created_at: at, updated_at: at }
    this.replies.push(reply)
    return reply
  }

  private get rooms(): InboxRoom[] {
    return [...this.server.rooms.values()].filter((room) => room instanceof InboxRoom)
  }

  private answer(method: string, url: string, body: string): Answer | undefined {
    const { pathname, searchParams } = new URL(url, this.server.endpoint)
    const [, id = '', un] = /rooms\/([0-9a-f-]+)\/(un)?archive\/$/.exec(pathname) ?? []
    const room = this.server.rooms.get(id)
    if (room !== undefined) {
      room.archive(VENDOR, un === undefined)
      return { status: 200, body: room.view(VENDOR) }
    }
    if (pathname === '/api/chat/vendor/rooms/') return this.page(searchParams)
    if (pathname === '/api/chat/vendor/summary/') return { status: 200, body: this.summary() }
    if (!pathname.startsWith('/api/chat/vendor/replies/')) return undefined
    return this.changeReplies(method, pathname.split('/')[5] ?? '', body)
  }

  private page(asked: URLSearchParams): Answer {
    const flag = (name: string, value: boolean) =>
      !asked.has(name) || asked.get(name) === String(value)
    const found = this.rooms
      .filter(
        (room) =>
          flag('archived', room.isArchived) &&
          flag('unread', room.unread > 0) &&
          flag('waiting', room.waitingSince !== null) &&
          [null, String(room.about.product?.id)].includes(asked.get('product_id')) &&
          JSON.stringify(room.events).includes(asked.get('search') ?? ''),
      )
      .sort(asked.get('sort') === 'waiting' ? byWaiting : byActivity)
    const size = Number(asked.get('page_size'))
    const from = (Number(asked.get('page') ?? 1) - 1) * size
    if (from > 0 && from >= found.length) {
      return { status: 404, body: { code: 'page_not_found', detail: '?' } }
    }
    const results = found.slice(from, from + size).map((room) => room.view())
    return { status: 200, body: { count: found.length, next: null, previous: null, results } }
  }

  private summary(): VendorSummaryView {
    const open = this.rooms.filter((room) => !room.isArchived)
    const products = new Map<string, Product>()
    for (const { about } of [...open].sort(byActivity)) {
      if (about.product !== null) products.set(String(about.product.id), about.product)
    }
    const count = (rooms: InboxRoom[]) => rooms.filter(({ unread }) => unread > 0).length
    return valid('views/vendor_summary', {
      rooms: open.length,
      archived: this.rooms.length - open.length,
      waiting: open.filter(({ waitingSince }) => waitingSince !== null).length,
      unread_rooms: count(open),
      unread_messages: open.reduce((sum, { unread }) => sum + unread, 0),
      products: [...products.values()].map((product) => {
        const about = open.filter((room) => room.about.product?.id === product.id)
        return { product, rooms: about.length, unread_rooms: count(about) }
      }),
    })
  }

  private changeReplies(method: string, id: string, body: string): Answer {
    if (method === 'GET') return { status: 200, body: this.replies }
    const at = this.replies.findIndex((reply) => reply.id === id)
    if (id !== '' && at < 0) return { status: 404, body: { code: 'reply_not_found' } }
    if (method === 'DELETE') {
      this.replies.splice(at, 1)
      return { status: 204 }
    }
    const draft = JSON.parse(body) as ReplyDraft
    const isTaken = this.replies.some(
      (reply) => reply.id !== id && plain(reply.shortcut) === plain(draft.shortcut),
    )
    if (isTaken) return { status: 409, body: { code: 'shortcut_taken' } }
    if (method === 'POST') return { status: 201, body: this.reply(draft) }
    const changed = { ...(this.replies[at] as Reply), ...draft }
    this.replies[at] = changed
    return { status: 200, body: changed }
  }
}

function byActivity(a: InboxRoom, b: InboxRoom): number {
  return a.time(a.seq) < b.time(b.seq) ? 1 : -1
}

function byWaiting(a: InboxRoom, b: InboxRoom): number {
  if (a.waitingSince === null && b.waitingSince === null) return byActivity(a, b)
  return (a.waitingSince ?? '~') < (b.waitingSince ?? '~') ? -1 : 1
}
