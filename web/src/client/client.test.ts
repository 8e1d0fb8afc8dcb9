import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../../test/room'
import { ChatServer } from '../../test/server'
import { World, until } from '../../test/world'
import { ChatClient } from './client'
import type { News } from './client'
import type { Letter } from './outbox'

let server: ChatServer
let world: World
let room: Room
let news: News[]
let client: ChatClient

beforeEach(async () => {
  server = await ChatServer.start()
  world = new World()
  room = server.open(new Room())
  news = []
  client = new ChatClient(world, { endpoint: server.endpoint, token: () => null }, (each) =>
    news.push(each),
  )
})

afterEach(async () => {
  client.stop()
  await server.stop()
})

const states = () => news.flatMap((each) => (each.type === 'connection' ? [each.state.is] : []))
const isOpen = () => states().at(-1) === 'open'
const seqs = () =>
  news.flatMap((each) =>
    each.type === 'frame' && 'seq' in each.frame && each.frame.type !== 'joined'
      ? [each.frame.seq]
      : [],
  )
const letter = (content: string, afterSeq = room.seq): Letter => ({
  roomId: room.id,
  clientMessageId: world.uuid(),
  content,
  afterSeq,
})
const written = () =>
  room.events.flatMap(({ data }) => ('content' in data ? [String(data.content)] : []))

async function connected(after?: number): Promise<void> {
  await client.start()
  await until(isOpen)
  client.join(room.id, after)
  await until(() => news.some((each) => each.type === 'frame' && each.frame.type === 'joined'))
}

/** Lets the wait end, and comes back. */
async function back(): Promise<void> {
  const before = server.connections
  await until(() => states().at(-1) === 'waiting')
  world.pass(30_000)
  await until(() => server.connections > before && isOpen())
}

describe('who is asking', () => {
  test('a guest gets a session once and keeps it; no address has it', async () => {
    await connected()
    client.stop()
    await client.start()
    const opened = server.requests.filter(({ path }) => path === '/api/chat/guest-session/')
    expect(opened.map(({ method }) => method)).toEqual(['POST'])
    expect(server.requests.every(({ path }) => !path.includes('2d6f9a1b'))).toBe(true)
  })

  test('each connection has a ticket of its own, and a first frame only where there are none', async () => {
    await connected()
    server.cut()
    await back()
    const asked = () => server.requests.filter(({ path }) => path === '/api/chat/ws-ticket/')
    expect(asked().map(({ method }) => method)).toEqual(['POST', 'POST'])
    expect(new Set(asked().map(({ headers }) => headers['idempotency-key'])).size).toBe(2)
    expect(server.tickets.size).toBe(0)
    expect(server.framesOf('authenticate')).toEqual([])
    server.givesTickets = false
    server.cut()
    await back()
    expect(server.framesOf('authenticate')).toEqual([
      { type: 'authenticate', guest_session: '2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19' },
    ])
  })

  test('a ticket that is not given is a connection that failed', async () => {
    server.answer = (_, path) => (path.includes('ws-ticket') ? { status: 503 } : undefined)
    await client.start()
    await until(() => states().at(-1) === 'waiting')
    world.pass(500)
    expect(states().at(-1)).toBe('connecting')
    await until(() => states().at(-1) === 'waiting')
    expect(news.at(-1)).toMatchObject({ state: { retryAt: world.now() + 1_000 } })
    expect(server.requests.filter(({ path }) => path.includes('ws-ticket'))).toHaveLength(2)
    expect(server.connections).toBe(0)
  })

  test('a ticket that does not hold any more is no reason to give up', async () => {
    server.admit = () => {
      server.tickets.clear()
      server.admit = () => true
      return true
    }
    await client.start()
    await until(isOpen)
    expect(server.connections).toBe(2)
  })

  test('a guest who signs in takes its conversations along, and is a guest no more', async () => {
    await connected()
    server.answer = (_, path) => (path.includes('link') ? { status: 200, body: {} } : undefined)
    const account = new ChatClient(
      world,
      { endpoint: server.endpoint, token: () => 'vendor' },
      () => {},
    )
    await account.start()
    expect(server.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/chat/link-guest-session/',
    })
    expect(world.keep.get('parley.guest_session')).toBeNull()
    account.stop()
  })

  test.each([
    ['when it asks for a ticket', 'ticket'],
    ['when it connects', 'socket'],
  ])('a token that does not hold any more is renewed, but not for ever, %s', async (_, place) => {
    const asked: boolean[] = []
    server.answer = (_, path) =>
      place === 'ticket' && path.includes('ws-ticket') ? { status: 401 } : undefined
    server.admit = (wire) => (wire.close(4401), false)
    const account = new ChatClient(
      world,
      { endpoint: server.endpoint, token: (renewed) => (asked.push(renewed), 'old') },
      (each) => news.push(each),
    )
    await account.start()
    await until(() => states().at(-1) === 'refused')
    expect(asked).toEqual([false, false, true, true])
  })
})

describe('hearing a room', () => {
  test('what was missed comes first, then what is live, each once and in order', async () => {
    for (const text of ['سلام', 'این گلدان موجود است؟', 'می‌خواهم دو تا بخرم 🙏🏽'])
      room.message(GUEST, text)
    await connected(1)
    room.message(VENDOR, 'জি, আছে।')
    await until(() => seqs().includes(5))
    expect(seqs()).toEqual([2, 3, 4, 5])
  })

  test('a connection that is lost is made again and goes on where it was', async () => {
    await connected(0)
    await until(() => seqs().includes(1))
    server.cut()
    room.message(VENDOR, 'আপনি কি এখনও আছেন?')
    await back()
    await until(() => seqs().includes(2))
    expect(seqs()).toEqual([1, 2])
    expect(server.framesOf('join_room').map((join) => join.after_seq)).toEqual([0, 1])
  })

  test('a repeated frame is dropped, and a gap is asked for', async () => {
    await connected(0)
    await until(() => seqs().includes(1))
    const silent = room.heard
    room.heard = () => {}
    room.message(VENDOR, 'یک')
    room.heard = silent
    room.message(VENDOR, 'دو')
    await until(() => seqs().includes(3))
    silent(2)
    silent(3)
    room.message(VENDOR, 'سه')
    await until(() => seqs().includes(4))
    expect(seqs()).toEqual([1, 2, 3, 4])
    expect(server.framesOf('join_room').map((join) => join.after_seq)).toEqual([0, 1])
  })

  test('a join that could not be answered is asked again after the time that was told', async () => {
    await client.start()
    await until(isOpen)
    server.intercept = (frame, say) => {
      if (frame.type !== 'join_room') return false
      say({ type: 'error', code: 'unavailable', message: '?', room_id: room.id, retry_after: 3 })
      return true
    }
    client.join(room.id, 0)
    await until(() => news.some((each) => each.type === 'frame' && each.frame.type === 'error'))
    server.intercept = () => false
    world.pass(2_999)
    expect(server.framesOf('join_room')).toHaveLength(1)
    world.pass(1_001)
    await until(() => seqs().includes(1))
  })
})

describe('reconnecting', () => {
  test('waits longer each time, with full jitter, and from the start again once it worked', async () => {
    await client.start()
    await until(isOpen)
    const waits: number[] = []
    server.admit = (wire) => (wire.terminate(), false)
    server.cut()
    for (let i = 0; i < 7; i++) {
      await until(() => states().at(-1) === 'waiting')
      const state = news.findLast((each) => each.type === 'connection')?.state
      const ms = state?.is === 'waiting' ? state.retryAt - world.now() : Number.NaN
      waits.push(ms)
      world.pass(ms - 1)
      expect(states().at(-1)).toBe('waiting')
      if (i === 6) server.admit = () => true
      world.pass(1)
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
    await until(isOpen)
    server.cut()
    await until(() => states().at(-1) === 'waiting')
    expect(news.at(-1)).toEqual({
      type: 'connection',
      state: { is: 'waiting', retryAt: world.now() + 500 },
    })
  })

  test('comes back soon to a server that restarts, late to one that has too many', async () => {
    await client.start()
    for (const [code, wait] of [
      [1012, 1_000],
      [4429, 15_000],
    ] as const) {
      await until(isOpen)
      server.cut(code)
      await until(() => states().at(-1) === 'waiting')
      expect(news.at(-1)).toMatchObject({ state: { retryAt: world.now() + wait } })
      world.comeOnline()
    }
    await until(isOpen)
  })

  test('a connection that fell silent is asked, and given up without an answer', async () => {
    await connected()
    server.intercept = (frame) => frame.type === 'ping'
    world.pass(25_000)
    await until(() => server.framesOf('ping').length === 1)
    expect(isOpen()).toBe(true)
    world.pass(10_000)
    expect(states().at(-1)).toBe('waiting')
  })
})

describe('sending', () => {
  test('what is written without a connection is sent once, in order, when there is one', async () => {
    await connected(0)
    server.cut()
    await until(() => states().at(-1) === 'waiting')
    for (const text of ['۱', '২', '3']) client.post(letter(text))
    await back()
    await until(() => room.seq === 4)
    expect(written()).toEqual(['۱', '২', '3'])
  })

  test('what arrived although its answer was lost is not sent again', async () => {
    await connected(0)
    const sent = letter('فقط یک بار')
    server.intercept = (frame) => {
      if (frame.type !== 'send_message') return false
      room.heard = () => {}
      room.message(GUEST, frame.content ?? '', frame.client_message_id ?? undefined)
      server.cut()
      return true
    }
    client.post(sent)
    await back()
    await until(() => news.some((each) => each.type === 'sent'))
    expect(server.framesOf('send_message')).toHaveLength(1)
    expect(written()).toEqual(['فقط یک بار'])
  })

  test('what did not arrive is sent again with its id', async () => {
    await connected(0)
    server.intercept = (frame) => {
      if (frame.type === 'send_message') server.cut()
      return frame.type === 'send_message'
    }
    client.post(letter('আবার'))
    await until(() => states().at(-1) === 'waiting')
    server.intercept = () => false
    await back()
    await until(() => room.seq === 2)
    const [first, second] = server.framesOf('send_message')
    expect(second).toEqual(first)
  })

  test('after a resync it is looked up in what was passed over', async () => {
    await connected(0)
    server.missedAtMost = 2
    const sent = letter('قدیمی')
    server.intercept = (frame) => {
      if (frame.type !== 'send_message') return false
      room.heard = () => {}
      room.message(GUEST, 'قدیمی', sent.clientMessageId)
      for (let i = 0; i < 5; i++) room.message(VENDOR, `${i}`)
      server.cut()
      return true
    }
    client.post(sent)
    await until(() => states().at(-1) === 'waiting')
    server.intercept = () => false
    await back()
    await until(() => news.some((each) => each.type === 'sent'))
    expect(news).toContainEqual({
      type: 'sent',
      roomId: room.id,
      clientMessageId: sent.clientMessageId,
      seq: 2,
    })
    expect(written().filter((text) => text === 'قدیمی')).toHaveLength(1)
  })

  test('a refusal is told, and a retry keeps the id', async () => {
    await connected(0)
    const sent = letter('پر')
    server.intercept = (frame, say) => {
      if (frame.type !== 'send_message') return false
      say({
        type: 'error',
        code: 'room_full',
        message: '?',
        room_id: room.id,
        client_message_id: sent.clientMessageId,
      })
      return true
    }
    client.post(sent)
    await until(() => news.some((each) => each.type === 'not_sent'))
    expect(news.at(-1)).toMatchObject({ type: 'not_sent', code: 'room_full' })
    server.intercept = () => false
    client.retry(sent)
    await until(() => news.some((each) => each.type === 'sent'))
    client.retry(sent)
    await until(() => news.filter((each) => each.type === 'sent').length === 2)
    expect(written()).toEqual(['پر'])
  })

  test.each([
    ['that names the message', true],
    ['that does not', false],
  ])('what passes, by an error %s, is tried again after retry_after', async (_, named) => {
    await connected(0)
    const sent = letter('صبر')
    server.intercept = (frame, say) => {
      if (frame.type !== 'send_message') return false
      const about = named ? { room_id: room.id, client_message_id: sent.clientMessageId } : {}
      say({
        type: 'error',
        code: named ? 'overloaded' : 'rate_limited',
        message: '?',
        retry_after: 7,
        ...about,
      })
      return true
    }
    client.post(sent)
    await until(() => news.some((each) => each.type === 'frame' && each.frame.type === 'error'))
    server.intercept = () => false
    world.pass(7_499)
    expect(server.framesOf('send_message')).toHaveLength(1)
    world.pass(1)
    await until(() => room.seq === 2)
  })

  test('what waits for a room that is not ours any more is told', async () => {
    await connected(0)
    server.cut()
    await until(() => states().at(-1) === 'waiting')
    client.post(letter('দেরি'))
    server.rooms.clear()
    await back()
    await until(() => news.some((each) => each.type === 'not_sent'))
    expect(news.at(-1)).toMatchObject({ type: 'not_sent', code: 'room_not_found' })
  })

  test('more than two hundred letters do not wait', async () => {
    for (let i = 0; i < 201; i++) client.post(letter(`${i}`))
    expect(news).toEqual([
      {
        type: 'not_sent',
        roomId: room.id,
        clientMessageId: expect.any(String) as string,
        code: 'outbox_full',
      },
    ])
  })
})

test('reading is told when the room is heard again', async () => {
  await connected(0)
  server.cut()
  await until(() => states().at(-1) === 'waiting')
  client.markRead(room.id, 1)
  await back()
  await until(() => server.framesOf('mark_read').length > 0)
  expect(server.framesOf('mark_read')[0]).toMatchObject({ up_to_seq: 1 })
})
