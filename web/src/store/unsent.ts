import type { Keep } from '../client'
import type { Uuid } from '../protocol'
import { personKey } from './state'
import type { Me, Pending } from './state'

/** What was written in a room and is not in the log yet. */
export interface Unsaid {
  draft: string
  pending: readonly Pending[]
}

interface Kept {
  person: string
  rooms: Record<Uuid, Unsaid>
}

/** How much is kept: rooms, and messages in each. */
const ROOMS = 50
const MESSAGES = 50

const NOTHING: Unsaid = { draft: '', pending: [] }

const GUEST = 'parley.unsent.guest'
const ACCOUNT = 'parley.unsent.account'

/** Keeps drafts and messages that are under way, so that a page that is loaded anew goes on with
 * them. They are one person's: an account takes along what it wrote as a guest, and whoever is a
 * guest now has signed out. */
export class Unsent {
  private place: string | undefined
  private kept: Kept = { person: '', rooms: {} }
  /** The rooms whose part is in use; what is kept of others waits for them. */
  private readonly taken = new Set<Uuid>()

  constructor(private readonly keep: Keep) {}

  /** Now it is known who writes. Nothing is kept or can be taken before. */
  open({ id, name }: Me): void {
    const person = personKey(id, name)
    if (this.kept.person === person) return
    this.place = id === null ? GUEST : ACCOUNT
    const own = [GUEST, ACCOUNT]
      .map((place) => read(this.keep.get(place)))
      .filter(
        (each) => each?.person === person || (id !== null && each?.person.startsWith('guest:')),
      )
    this.kept = {
      person,
      rooms: Object.assign({}, ...own.map((each) => each?.rooms)) as Kept['rooms'],
    }
    this.taken.clear()
    this.forget()
    this.write()
  }

  /** What an earlier page left of a room; once, and undefined after that. */
  take(roomId: Uuid): Unsaid | undefined {
    if (this.place === undefined || this.taken.has(roomId)) return undefined
    this.taken.add(roomId)
    return this.kept.rooms[roomId] ?? NOTHING
  }

  /** This is what is unsent in a room now. */
  put(roomId: Uuid, { draft, pending }: Unsaid): void {
    if (!this.taken.has(roomId)) return
    const { [roomId]: before, ...others } = this.kept.rooms
    if (draft === '' && pending.length === 0) {
      if (before === undefined) return
      this.kept = { ...this.kept, rooms: others }
    } else {
      const rooms = Object.entries(others).slice(1 - ROOMS)
      const unsaid = { draft, pending: pending.slice(-MESSAGES) }
      this.kept = { ...this.kept, rooms: { ...Object.fromEntries(rooms), [roomId]: unsaid } }
    }
    this.write()
  }

  /** Nothing that somebody wrote stays. */
  forget(): void {
    this.keep.remove(GUEST)
    this.keep.remove(ACCOUNT)
  }

  private write(): void {
    if (this.place === undefined) return
    if (Object.keys(this.kept.rooms).length === 0) this.keep.remove(this.place)
    else this.keep.set(this.place, JSON.stringify(this.kept))
  }
}

function read(text: string | null): Kept | undefined {
  try {
    return JSON.parse(text ?? '') as Kept
  } catch {
    return undefined
  }
}
