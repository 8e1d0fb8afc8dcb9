import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../../test/room'
import { ChatServer } from '../../test/server'
import { World, until } from '../../test/world'
import { useChatStore } from './chat'
import { contentProblem } from './content'
import { typists, unreadCount } from './selectors'
import { timeline } from './timeline'

let server: ChatServer
let world: World
let room: Room
let chat: ReturnType<typeof useChatStore>

beforeEach(async () => {
  server = await ChatServer.start()
  world = new World()
  room = server.open(new Room())
  setActivePinia(createPinia())
  chat = useChatStore()
})

afterEach(async () => {
  chat.endChat()
  await server.stop()
})

const known = () => chat.roomOf(room.id)!
const lines = () =>
  timeline(known(), { reader: chat.reader, dayOf: () => 'd', unreadFrom: undefined }).flatMap(
    (line) => (line.kind === 'message' ? [`${line.content}|${line.tick ?? ''}`] : []),
  )

async function opened(): Promise<void> {
  await chat.initializeChat({ endpoint: server.endpoint }, world)
  await until(() => chat.connection.is === 'open' && chat.rooms.length === 1)
  chat.openRoom(room.id)
  await until(() => ((known().joined && known().run.length) || known().from === 1 ? true : false))
}

test('a room shows its newest page, and older ones when they are asked for', async () => {
  for (let i = 2; i <= 250; i++) room.message(VENDOR, `پیام ${i}`)
  await opened()
  expect([known().from, known().run.length]).toEqual([151, 100])
  await Promise.all([chat.loadOlder(room.id), chat.loadOlder(room.id)])
  expect([known().from, known().run.length]).toEqual([51, 200])
  await chat.loadOlder(room.id)
  await chat.loadOlder(room.id)
  expect([known().from, known().run.length]).toEqual([1, 250])
})

test('what we write is pending, then sent, then read', async () => {
  await opened()
  chat.sendMessage(room.id, 'می‌خواهم دو تا بخرم 🙏🏽')
  expect(lines()).toEqual(['می‌خواهم دو تا بخرم 🙏🏽|pending'])
  await until(() => known().pending.length === 0)
  expect(lines()).toEqual(['می‌خواهم دو تا بخرم 🙏🏽|sent'])
  room.read(VENDOR, 2)
  await until(() => lines()[0]?.endsWith('|read') ?? false)
})

test('what is refused can be tried again or be thrown away', async () => {
  await opened()
  server.intercept = (frame, say) => {
    if (frame.type !== 'send_message') return false
    const id = frame.client_message_id ?? ''
    say({ type: 'error', code: 'room_full', message: '?', room_id: room.id, client_message_id: id })
    return true
  }
  const first = chat.sendMessage(room.id, 'এক')!
  const second = chat.sendMessage(room.id, 'দুই')!
  await until(() => known().pending.every(({ failed }) => failed === 'room_full'))
  server.intercept = () => false
  chat.retryMessage(room.id, first)
  chat.discardMessage(room.id, second)
  await until(() => known().pending.length === 0 && room.seq === 2)
  expect(lines()).toEqual(['এক|sent'])
})

test('unread messages are counted until they are read', async () => {
  await opened()
  room.message(VENDOR, 'یک')
  room.message(VENDOR, 'دو')
  await until(() => unreadCount(known(), chat.reader) === 2)
  expect(chat.unread).toBe(2)
  chat.markRead(room.id)
  await until(() => chat.unread === 0)
})

test('after a resync the newest page is loaded anew', async () => {
  server.missedAtMost = 3
  await opened()
  server.cut()
  await until(() => chat.connection.is === 'waiting')
  for (let i = 2; i <= 300; i++) room.message(VENDOR, `${i}`)
  world.pass(1_000)
  await until(() => known().from === 201 && known().run.length === 100)
  room.message(VENDOR, 'زنده')
  await until(() => lines().at(-1) === 'زنده|')
})

describe('typing', () => {
  test('is told once in a while, and taken back after a pause or a message', async () => {
    await opened()
    for (let i = 0; i < 5; i++) {
      chat.setTyping(room.id, true)
      world.pass(1_000)
    }
    await until(() => server.framesOf('typing').length === 2)
    world.pass(3_000)
    await until(() => server.framesOf('typing').length === 3)
    expect(server.framesOf('typing').map((frame) => frame.is_typing)).toEqual([true, true, false])
  })

  test('of others is shown until they stop, write, or fall silent', async () => {
    await opened()
    const sign = (is_typing: boolean) =>
      server.say({
        type: 'typing',
        room_id: room.id,
        user_id: 7,
        username: VENDOR.name,
        guest: false,
        guest_id: null,
        role: 'vendor',
        is_typing,
      })
    const names = () => typists(known(), chat.state.me)
    sign(true)
    await until(() => names().length === 1)
    expect(names()).toEqual(['سفالگری مهر'])
    sign(false)
    await until(() => names().length === 0)
    sign(true)
    await until(() => names().length === 1)
    room.message(VENDOR, 'بله')
    await until(() => names().length === 0)
    sign(true)
    await until(() => names().length === 1)
    world.pass(8_000)
    expect(names()).toEqual([])
  })

  test('of ourselves is not shown', async () => {
    await opened()
    chat.setTyping(room.id, true)
    await until(() => known().typing.size === 1)
    expect(typists(known(), chat.state.me)).toEqual([])
  })
})

test('a vendor sees the same room from the other side', async () => {
  room.message(GUEST, 'سلام')
  await chat.initializeChat(
    { endpoint: server.endpoint, token: () => 'vendor', role: 'vendor' },
    world,
  )
  await until(() => chat.connection.is === 'open' && chat.rooms.length === 1)
  chat.openRoom(room.id)
  await until(() => known().run.length === 2)
  chat.sendMessage(room.id, 'بفرمایید')
  await until(() => room.seq === 3)
  await until(() => lines().join() === 'سلام|,بفرمایید|sent')
})

test.each([
  ['', 'content_blank'],
  [' \n\u200c\u200f\u00a0', 'content_blank'],
  ['\0', 'content_invalid'],
  ['\ud83d', 'content_invalid'],
  ['👩‍👩‍👧', undefined],
  ['😀'.repeat(4_000), undefined],
  ['😀'.repeat(4_001), 'content_too_long'],
])('what is wrong with %j', (text, problem) => {
  expect(contentProblem(text)).toBe(problem)
})
