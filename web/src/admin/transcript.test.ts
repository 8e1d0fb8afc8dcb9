import { expect, test } from 'vitest'
import { GUEST, Room } from '../../test/room'
import type { Source, Watched } from './source'
import { Transcript } from './transcript'

/** A room that is read as the services have it. */
class Reading implements Source {
  heard: (news: Watched) => void = () => {}
  pages: [number, number][] = []
  fails = false

  constructor(readonly room: Room) {}

  page(after: number, limit: number) {
    this.pages.push([after, limit])
    if (this.fails) return Promise.reject(new Error('503'))
    const events = this.room.events.slice(after, after + limit)
    const newest = this.room.seq
    return Promise.resolve({ events, upTo: Math.min(after + limit, newest), newest })
  }

  watch(heard: (news: Watched) => void) {
    this.heard = heard
    return () => (this.heard = () => {})
  }
}

function long(messages: number): Reading {
  const room = new Room()
  for (let i = 1; i <= messages; i++) room.message(GUEST, `${i}`)
  return new Reading(room)
}

const range = ({ history: { value } }: Transcript) => [
  value.events[0]?.seq,
  value.events.at(-1)?.seq,
  value.events.length,
]

test('a room is read from its end, page by page', async () => {
  const transcript = new Transcript(long(500))
  await transcript.open()
  expect(range(transcript)).toEqual([302, 501, 200])
  await transcript.older()
  await transcript.older()
  await transcript.older()
  expect(range(transcript)).toEqual([1, 501, 501])
})

test('a message that was found is read with what is around it', async () => {
  const transcript = new Transcript(long(900))
  await transcript.open(300)
  expect(range(transcript)).toEqual([261, 460, 200])
  await transcript.newer()
  expect(range(transcript)).toEqual([261, 660, 400])
})

test('what happens while one reads is there at once, or asked for', async () => {
  const source = long(3)
  const transcript = new Transcript(source)
  await transcript.open()
  const asked = source.pages.length
  source.room.message(GUEST, 'زنده')
  const event = source.room.events[4]
  if (event === undefined) throw new Error('There is nothing.')
  source.heard({ event })
  expect(range(transcript)).toEqual([1, 5, 5])
  expect(source.pages).toHaveLength(asked)
  source.room.delete(GUEST, 5)
  source.heard({ newest: 6 })
  await transcript.newer()
  expect(range(transcript)).toEqual([1, 6, 6])
})

test('what cannot be had is said, and is there when it can be', async () => {
  const source = long(3)
  source.fails = true
  const transcript = new Transcript(source)
  await transcript.open()
  expect(transcript.failure.value).toBeInstanceOf(Error)
  source.fails = false
  await transcript.open()
  expect(transcript.failure.value).toBeUndefined()
  expect(range(transcript)).toEqual([1, 4, 4])
})

test('a room that is closed is not heard any more', async () => {
  const source = long(3)
  const transcript = new Transcript(source)
  await transcript.open()
  transcript.close()
  source.room.message(GUEST, 'نه')
  source.heard({ newest: 5 })
  expect(transcript.history.value.newest).toBe(4)
})
