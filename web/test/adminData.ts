import type {
  AdminHealthView,
  AdminRoomView,
  FoundMessageView,
  PublicRoomView,
  ReportView,
  StatisticsView,
} from '../src/protocol'
import { GUEST, Room, VENDOR } from './room'

export const ADMIN = { name: 'নাসরিন অ্যাডমিন', id: 9 }

/** The time at which the services stand in these tests. */
export const NOW = Date.parse('2026-11-22T10:15:30.000Z')

/** A room in which messages were edited, deleted and read, and that was put away once. */
export function eventfulRoom(): Room {
  const room = new Room()
  const asked = room.message(GUEST, 'سلام، می‌خواهم دو تا از این گلدان بخرم 🙏🏽')
  room.read(VENDOR, asked)
  const answered = room.message(VENDOR, 'بله، موجود است. https://example.com/p/123')
  room.edit(VENDOR, answered, 'بله، دو تا موجود است. https://example.com/p/123')
  room.edit(
    VENDOR,
    answered,
    'بله، سه تا موجود است.\nقیمت هر کدام ۴۵۰٬۰۰۰ تومان. https://example.com/p/123',
  )
  const number = room.message(GUEST, 'شمارهٔ من ۰۹۱۲۰۰۰۰۰۰۰ است')
  room.delete(VENDOR, number)
  room.archive(VENDOR)
  room.message(GUEST, 'আরও একটা প্রশ্ন: রংটা কি নীল? <b>x</b>')
  room.attach('নাজমা', 43)
  room.message(GUEST, 'Can you send it to Isfahan by Thursday?')
  return room
}

export function adminRooms(room: Room): AdminRoomView[] {
  const view = room.view(VENDOR)
  const last = (content: string, deleted = false): AdminRoomView['last_message'] => ({
    id: `${room.id.slice(0, 24)}000000000009`,
    room_id: room.id,
    seq: 9,
    sender: 43,
    sender_username: 'নাজমা',
    role: 'buyer',
    guest: false,
    guest_id: null,
    content,
    message_type: 'text',
    file_url: null,
    is_read: false,
    read_at: null,
    edited_at: null,
    deleted,
    created_at: '2026-11-22T10:12:00.000Z',
  })
  const person = (username: string, role: 'buyer' | 'guest'): AdminRoomView['participants'] => [
    {
      user_id: role === 'buyer' ? 43 : null,
      username,
      role,
      guest: role === 'guest',
      guest_id: null,
      joined_at: '2026-11-22T08:00:00.000Z',
      last_read_at: null,
      last_read_seq: 0,
    },
  ]
  const other = (id: string, more: Partial<AdminRoomView>): AdminRoomView => ({
    ...view,
    room_id: `${id}0f0bdd2-5441-8102-8231-bea529e85eaa`.slice(0, 36),
    reports: 0,
    ...more,
  })
  return [
    { ...view, reports: 1, unread_count: 2, last_message: last('আরও একটা প্রশ্ন: রংটা কি নীল?') },
    other('1', {
      product: {
        id: 302,
        title: 'দেওয়ালে টাঙানোর নকশিকাঁথা',
        url: null,
        image_url: null,
        price: 12_500,
      },
      vendor_id: 3,
      participants: person('রহিম উদ্দিন', 'buyer'),
      last_message: last('ধন্যবাদ! কালকে পাঠিয়ে দেব।'),
      is_archived: true,
    }),
    other('2', {
      kind: 'direct',
      product: null,
      participants: person('guest-76f8d95c', 'guest'),
      last_message: last('', true),
    }),
    other('3', {
      product: {
        id: 101,
        title: 'فرش دستباف اصفهان، شش متری، طرح لچک و ترنج',
        url: null,
        image_url: null,
        price: null,
      },
      participants: person('مهتاب صادقی‌نژاد', 'buyer'),
      last_message: last('آیا ارسال به شهرستان هم دارید؟ می‌خواهم هدیه بدهم.'),
      unread_count: 1,
    }),
  ]
}

/** What a search for کتاب finds, with the offsets of the services. */
export function found(room: Room): FoundMessageView[] {
  const content = 'سلام، می‌خواهم دو تا از این گلدان بخرم 🙏🏽'
  const start = content.indexOf('گلدان')
  return [
    {
      room: {
        room_id: room.id,
        kind: 'product',
        vendor_id: 1,
        product: room.view(VENDOR).product,
        name: null,
      },
      message: {
        id: `${room.id.slice(0, 24)}000000000002`,
        seq: 2,
        sender_username: GUEST.guest,
        role: 'guest',
        content,
        created_at: '2026-11-22T10:15:33.000Z',
        edited_at: null,
        deleted: false,
      },
      highlights: [[start, start + 5]],
    },
    {
      room: {
        room_id: PUBLIC.id,
        kind: 'public',
        vendor_id: null,
        product: null,
        name: PUBLIC.name,
      },
      message: {
        id: 'ba40f6c9-b7ea-80d0-9780-000000000003',
        seq: 3,
        sender_username: 'রাকিব',
        role: 'visitor',
        content: '<i>গোলদান</i> গলদান কোথায় পাব?',
        created_at: '2026-11-22T09:15:33.000Z',
        edited_at: null,
        deleted: false,
      },
      highlights: [[3, 9]],
    },
  ]
}

export const PUBLIC: PublicRoomView = {
  id: '7040379f-7ead-40de-b578-b7fe68b430d6',
  name: 'সিনেমা-গান',
  description: 'সিনেমা, গান এবং বিনোদন',
  is_public: true,
  max_users: 150,
  online_users_count: 2,
  total_messages_count: 130,
  created_at: '2026-11-22T06:23:53.229000+06:00',
  updated_at: '2026-11-22T06:23:53.229000+06:00',
}

export const REPORT: ReportView = {
  reported_by: { role: 'buyer', user_id: 43, guest_id: null, username: 'নাজমা' },
  reason: 'فروشنده شمارهٔ تماس خواست و پیام را پاک کرد.',
  message_id: '06f0bdd2-5441-8102-8231-000000000007',
  reported_at: '2026-11-22T10:14:00.000Z',
  closed_at: null,
  closed_by: null,
}

const HOUR = 3_600_000

/** A day and a month with mornings, evenings and a quiet night. */
export function statistics(): StatisticsView {
  const at = (start: number) => new Date(start).toISOString()
  const hour = Math.floor(NOW / HOUR) * HOUR
  const day = Math.floor(NOW / (24 * HOUR)) * 24 * HOUR
  const wave = (i: number, most: number) => Math.round(most * Math.abs(Math.sin(i / 3.1)))
  return {
    now: { conversations: 1_284, archived: 212, waiting: 17, unread_by_vendor: 46, by_guests: 530 },
    totals: { conversations: 1_496, messages_buyer: 9_120, messages_vendor: 7_800 },
    hourly: Array.from({ length: 20 }, (_, i) => ({
      start: at(hour - (19 - i) * HOUR),
      counts: {
        messages_buyer: wave(i, 84),
        messages_vendor: wave(i + 1, 66),
        messages_admin: i % 7 === 0 ? 2 : 0,
        messages_public: wave(i + 2, 31),
        active_rooms: wave(i, 23),
      },
    })),
    daily: Array.from({ length: 28 }, (_, i) => ({
      start: at(day - (27 - i) * 24 * HOUR),
      counts: {
        messages_buyer: 300 + wave(i, 240),
        messages_vendor: 260 + wave(i, 220),
        messages_public: wave(i, 190),
        active_rooms: 60 + wave(i, 80),
      },
    })),
    first_answer: {
      waiting: 17,
      days: Array.from({ length: 26 }, (_, i) => ({
        start: at(day - (25 - i) * 24 * HOUR),
        answers: 40 + wave(i, 30),
        p50_seconds: 40 + wave(i, 300),
        p90_seconds: 900 + wave(i, 9_000),
      })).filter((_, i) => i !== 11),
    },
    busiest: {
      vendors: [
        { vendor_id: 1, messages: 4_210, conversations: 310 },
        { vendor_id: 3, messages: 2_870, conversations: 254 },
        { vendor_id: 'kerman-9', messages: 411, conversations: 38 },
      ],
      products: [
        {
          product: {
            id: 123,
            title: 'گلدان سفالی لعاب‌دار',
            url: null,
            image_url: null,
            price: 450_000,
          },
          vendor_id: 1,
          messages: 1_120,
          conversations: 96,
        },
        {
          product: {
            id: 302,
            title: 'দেওয়ালে টাঙানোর নকশিকাঁথা',
            url: null,
            image_url: null,
            price: 12_500,
          },
          vendor_id: 3,
          messages: 640,
          conversations: 41,
        },
      ],
    },
  }
}

export const HEALTH: AdminHealthView = {
  sockets: {
    total: 1_873,
    nodes: [
      {
        node_id: 'a1b2c3d4-e5f6-4890-9234-567890abcdef',
        sockets: 951,
        seen_at: '2026-11-22T10:15:29.000Z',
      },
      {
        node_id: 'b7fe68b4-30d6-4a11-8c1e-7ead40deb578',
        sockets: 922,
        seen_at: '2026-11-22T10:15:28.000Z',
      },
    ],
  },
  projections: [
    { name: 'query', state: 'RUNNING', lag: 3, stopped_at: [] },
    { name: 'public', state: 'RUNNING', lag: 0, stopped_at: [] },
    {
      name: 'statistics',
      state: 'STOPPED',
      lag: 412,
      stopped_at: [
        {
          position: '3-1017',
          reason: 'The event cannot be read.',
          since: '2026-11-22T10:02:11.000Z',
        },
      ],
    },
  ],
  commands: { lag: 2 },
  log_end: 204_518,
}
