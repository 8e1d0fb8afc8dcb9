import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GUEST, Room } from '../../test/room'
import { ChatServer } from '../../test/server'
import { World, until } from '../../test/world'
import { AdminSession } from './session'
import { Transcript } from './transcript'

let server: ChatServer
let world: World
let room: Room
let session: AdminSession

beforeEach(async () => {
  server = await ChatServer.start()
  room = server.open(new Room())
  world = new World()
  session = new AdminSession(world, { endpoint: server.endpoint, token: () => 'vendor' })
})

afterEach(async () => {
  session.stop()
  vi.unstubAllGlobals()
  await server.stop()
})

test('a room is watched live, and nothing is said to it', async () => {
  room.message(GUEST, 'سلام')
  await session.start()
  await until(() => session.connection.value.is === 'open')
  const transcript = new Transcript(session.sourceOf(room.id, false))
  await transcript.open()
  await until(() => server.framesOf('join_room').length === 1)
  room.message(GUEST, 'می‌خواهم')
  room.edit(GUEST, 2, 'سلام!')
  room.delete(GUEST, 3)
  await until(() => transcript.history.value.upTo === 5)
  expect(transcript.history.value.events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  server.cut()
  room.message(GUEST, 'গেল?')
  await until(() => session.connection.value.is === 'waiting')
  world.pass(30_000)
  await until(() => transcript.history.value.upTo === 6)
  transcript.close()
  await until(() => server.framesOf('leave_room').length === 1)
  const said = new Set(server.frames.map(({ type }) => type))
  expect([...said].filter((type) => type !== 'authenticate').sort()).toEqual([
    'join_room',
    'leave_room',
  ])
})

test('who was a guest in this browser does not become the admin', async () => {
  world.keep.set('parley.guest_session', '2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19')
  await session.start()
  expect(server.requests.filter(({ path }) => path.includes('link-guest'))).toEqual([])
  expect(world.keep.get('parley.guest_session')).not.toBeNull()
})

test('without a token nobody is asked, and nobody becomes a guest', async () => {
  const nobody = new AdminSession(world, { endpoint: server.endpoint, token: () => null })
  await expect(nobody.start()).rejects.toMatchObject({ status: 401 })
  expect(server.requests).toEqual([])
})

test('what is asked again and again is not while nobody looks', () => {
  const page = { visibilityState: 'visible' }
  vi.stubGlobal('document', page)
  const task = vi.fn()
  const stop = session.often(task, 5_000)
  world.pass(10_000)
  expect(task).toHaveBeenCalledTimes(2)
  page.visibilityState = 'hidden'
  world.pass(60_000)
  expect(task).toHaveBeenCalledTimes(2)
  page.visibilityState = 'visible'
  world.pass(5_000)
  expect(task).toHaveBeenCalledTimes(3)
  stop()
  world.pass(60_000)
  expect(task).toHaveBeenCalledTimes(3)
})
