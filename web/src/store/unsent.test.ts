import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../../test/room'
import { ChatServer } from '../../test/server'
import { World, until } from '../../test/world'
import { useChatStore } from './chat'
import { Unsent } from './unsent'

let server: ChatServer
let world: World
let room: Room
let chat: ReturnType<typeof useChatStore>

beforeEach(async () => {
  server = await ChatServer.start()
  world = new World()
  room = server.open(new Room())
  chat = page()
})

afterEach(async () => {
  chat.endChat()
  await server.stop()
})

/** A page that was just loaded. */
function page(): ReturnType<typeof useChatStore> {
  setActivePinia(createPinia())
  return useChatStore()
}

const known = () => chat.roomOf(room.id)!
const contents = () => known().pending.map(({ content, failed }) => [content, failed])
const written = () =>
  room.events.flatMap(({ data }) => ('content' in data ? [String(data.content)] : []))

async function opened(token: string | null = null): Promise<void> {
  await chat.initializeChat({ endpoint: server.endpoint, token: () => token }, world)
  await until(() => chat.connection.is === 'open' && chat.rooms.length === 1)
}

/** The page goes away without a word, as when it is loaded anew. */
async function reloaded(token: string | null = null): Promise<void> {
  chat.endChat()
  chat = page()
  await opened(token)
}

test('a draft is there again when the page is loaded anew, until it is sent', async () => {
  await opened()
  chat.setDraft(room.id, 'نیمه‌تمام')
  await reloaded()
  expect(known().draft).toBe('نیمه‌تمام')
  chat.sendMessage(room.id, 'تمام')
  expect(known().draft).toBe('')
  await until(() => known().pending.length === 0)
  await reloaded()
  expect(known().draft).toBe('')
  expect(world.tab.get('parley.unsent.guest')).toBeNull()
})

test('a draft that is begun before it is known who writes is kept too', async () => {
  server.admit = () => false
  await chat.initializeChat({ endpoint: server.endpoint }, world)
  chat.setDraft(room.id, 'زود')
  world.pass(35_000)
  server.admit = () => true
  await until(() => chat.connection.is === 'waiting')
  world.pass(30_000)
  await until(() => chat.connection.is === 'open')
  await reloaded()
  expect(known().draft).toBe('زود')
})

test('what was under way is sent once more with its id, and is there once', async () => {
  await opened()
  server.intercept = (frame) => frame.type === 'send_message'
  chat.sendMessage(room.id, 'گم شد')
  chat.sendMessage(room.id, 'হারিয়ে গেছে')
  await until(() => server.framesOf('send_message').length === 2)
  server.intercept = () => false
  await reloaded()
  await until(() => known().pending.length === 0)
  expect(written()).toEqual(['گم شد', 'হারিয়ে গেছে'])
  const ids = server.framesOf('send_message').map((frame) => frame.client_message_id)
  expect(ids.slice(2)).toEqual(ids.slice(0, 2))
})

test('what had arrived before the page was loaded anew is not sent again', async () => {
  await opened()
  server.intercept = (frame) => {
    if (frame.type !== 'send_message') return false
    room.heard = () => {}
    room.message(GUEST, frame.content ?? '', frame.client_message_id ?? undefined)
    return true
  }
  chat.sendMessage(room.id, 'فقط یک بار')
  await until(() => room.seq === 2)
  await reloaded()
  await until(() => known().pending.length === 0)
  expect(written()).toEqual(['فقط یک بار'])
  expect(server.framesOf('send_message')).toHaveLength(1)
})

test('what was refused is still there to be tried again or thrown away', async () => {
  await opened()
  server.intercept = (frame, say) => {
    if (frame.type !== 'send_message') return false
    const id = frame.client_message_id ?? ''
    say({ type: 'error', code: 'room_full', message: '?', room_id: room.id, client_message_id: id })
    return true
  }
  chat.sendMessage(room.id, 'পূর্ণ')
  await until(() => known().pending[0]?.failed !== undefined)
  await reloaded()
  expect(contents()).toEqual([['পূর্ণ', 'room_full']])
})

test('who signs in takes along what was written as a guest; who signs out leaves nothing', async () => {
  await opened()
  chat.setDraft(room.id, 'نیمه‌تمام')
  server.answer = (_, path) => (path.includes('link') ? { status: 200, body: {} } : undefined)
  await reloaded('vendor')
  expect(known().draft).toBe('نیمه‌تمام')
  chat.signOut()
  chat = page()
  await opened('vendor')
  expect(known().draft).toBe('')
})

test('a message that is under way when its room is left arrives after the connection is back', async () => {
  await opened()
  chat.openRoom(room.id)
  await until(() => known().joined)
  server.cut()
  await until(() => chat.connection.is === 'waiting')
  chat.sendMessage(room.id, 'বিদায়')
  chat.closeRoom(room.id)
  world.pass(1_000)
  await until(() => written().length === 1 && server.framesOf('leave_room').length === 1)
})

test("what one person wrote is nobody else's", () => {
  const SARA = { id: 42, name: 'সারা' }
  const first = new Unsent(world.tab)
  first.open(SARA)
  expect(first.take(room.id)).toEqual({ draft: '', pending: [] })
  first.put(room.id, { draft: 'راز', pending: [] })
  const other = new Unsent(world.tab)
  other.open({ id: VENDOR.id, name: VENDOR.name })
  expect(other.take(room.id)?.draft).toBe('')
  const again = new Unsent(world.tab)
  again.open(SARA)
  expect(again.take(room.id)?.draft).toBe('')
})

test('only so much is kept', () => {
  const unsent = new Unsent(world.tab)
  unsent.open({ id: null, name: GUEST.guest })
  const ids = Array.from({ length: 60 }, () => world.uuid())
  for (const id of ids) {
    unsent.take(id)
    unsent.put(id, { draft: 'x', pending: [] })
  }
  const after = new Unsent(world.tab)
  after.open({ id: null, name: GUEST.guest })
  expect(ids.filter((id) => after.take(id)?.draft === 'x')).toEqual(ids.slice(10))
})
