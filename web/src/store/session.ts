import { ChatClient, HttpProblem, quietly } from '../client'
import type { Environment, News, TokenSource, VendorApi } from '../client'
import type { MarketplaceId, RoomView, Start, Uuid } from '../protocol'
import { contentProblem } from './content'
import type { Action } from './reducer'
import { roomAbout } from './selectors'
import type { Reader } from './selectors'
import { newestSeq } from './state'
import type { ChatState, RoomState } from './state'
import { TypingSigns } from './typing'
import { Unsent } from './unsent'

export interface ChatOptions {
  /** The address before `/api` and `/ws`, as `https://chat.example.com`; empty for this origin. */
  endpoint: string
  /** The marketplace's token of whoever is signed in, or null for a guest. */
  token: TokenSource
  /** What the page is for. */
  role: Reader['role']
}

/** How many events of a room are loaded at once: the more, the more are there. */
const FIRST_PAGE = 100
const LONGEST_PAGE = 1_000

/** What the store does: asks the client, and says what came of it. Knows no Vue. */
export class Session {
  private readonly client: ChatClient
  private readonly signs: TypingSigns
  private readonly unsent: Unsent
  private readonly shown = new Set<Uuid>()
  private readonly loading = new Map<Uuid, Promise<void>>()
  private stopTime: () => void = () => {}

  /** @param change changes the state, which `state` then has */
  constructor(
    private readonly environment: Environment,
    private readonly options: ChatOptions,
    private readonly state: () => ChatState,
    private readonly change: (action: Action) => void,
  ) {
    this.unsent = new Unsent(environment.tab)
    this.client = new ChatClient(environment, options, (news) => this.hear(news))
    this.signs = new TypingSigns(environment, (roomId, on) => this.client.typing(roomId, on))
  }

  /** Signs in or becomes a guest, connects, and loads the conversations. */
  async start(): Promise<void> {
    await this.client.start()
    try {
      await this.loadRooms()
    } catch (problem) {
      if (!(problem instanceof HttpProblem && problem.passing)) throw problem
    }
  }

  stop(): void {
    this.stopTime()
    this.client.stop()
  }

  /** Whoever it was is gone, and so is what they wrote and did not send. */
  forget(): void {
    this.unsent.forget()
  }

  /** What is there for a vendor's staff only. */
  get vendor(): VendorApi {
    return this.client.vendor
  }

  /** A room that is known by its id only. */
  async loadRoom(roomId: Uuid): Promise<void> {
    this.take([await this.client.api.room(roomId)])
  }

  /** Rooms that were found otherwise. */
  take(views: readonly RoomView[]): void {
    this.dispatch({ type: 'views', views })
    this.resume()
  }

  hurry(): void {
    this.client.hurry()
  }

  /** The conversation with this vendor about this product, opened now if there was none. */
  async startChat(
    vendorId: MarketplaceId,
    productId: MarketplaceId | null,
    more: Partial<Start> = {},
  ): Promise<RoomView> {
    const known = roomAbout(this.state(), vendorId, productId)
    const view = known === undefined ? undefined : this.state().rooms.get(known)?.view
    const room = view ?? (await this.client.api.start(vendorId, productId, more))
    this.dispatch({ type: 'views', views: [room] })
    this.open(room.room_id)
    return room
  }

  /** Hears a room from now on, and loads its newest page. */
  open(roomId: Uuid): void {
    const room = this.room(roomId)
    if (room === undefined) return
    this.shown.add(roomId)
    this.resume()
    this.client.join(roomId, room.joined ? newestSeq(room) : undefined)
  }

  /** The room is heard for as long as something of ours is under way to it. */
  close(roomId: Uuid): void {
    this.signs.set(roomId, false)
    this.shown.delete(roomId)
    this.leave(roomId)
  }

  /** The page before what is loaded. */
  async loadOlder(roomId: Uuid): Promise<void> {
    const room = this.room(roomId)
    if (room === undefined || !room.joined || room.from <= 1) return
    const under = this.loading.get(roomId)
    if (under !== undefined) return under
    const page = Math.min(LONGEST_PAGE, Math.max(FIRST_PAGE, room.run.length))
    const after = Math.max(0, room.from - 1 - page)
    const load = this.client
      .history(roomId, after, room.from - 1 - after)
      .then((events) => this.dispatch({ type: 'history', roomId, events }))
      .finally(() => this.loading.delete(roomId))
    this.loading.set(roomId, load)
    return load
  }

  /** The id of what is on its way now; undefined when it cannot be sent. */
  send(roomId: Uuid, text: string): Uuid | undefined {
    const room = this.room(roomId)
    if (room === undefined || contentProblem(text) !== undefined) return undefined
    const clientMessageId = this.environment.uuid()
    const afterSeq = room.joined ? newestSeq(room) : room.view.seq
    const pending = { clientMessageId, content: text, at: this.environment.now(), afterSeq }
    this.dispatch({ type: 'written', roomId, pending })
    this.client.join(roomId, room.joined ? newestSeq(room) : undefined)
    this.client.post({ roomId, clientMessageId, content: text, afterSeq })
    this.signs.set(roomId, false)
    this.draft(roomId, '')
    return clientMessageId
  }

  retry(roomId: Uuid, clientMessageId: Uuid): void {
    const pending = this.room(roomId)?.pending.find(
      (each) => each.clientMessageId === clientMessageId,
    )
    if (pending?.failed === undefined) return
    const { content, afterSeq } = pending
    this.dispatch({ type: 'retried', roomId, clientMessageId })
    this.client.retry({ roomId, clientMessageId, content, afterSeq })
  }

  discard(roomId: Uuid, clientMessageId: Uuid): void {
    this.dispatch({ type: 'discarded', roomId, clientMessageId })
  }

  typing(roomId: Uuid, on: boolean): void {
    this.signs.set(roomId, on)
  }

  /** Everything that is loaded was seen. */
  markRead(roomId: Uuid): void {
    const room = this.room(roomId)
    if (room?.joined === true) this.client.markRead(roomId, newestSeq(room))
  }

  draft(roomId: Uuid, text: string): void {
    this.dispatch({ type: 'draft', roomId, text })
  }

  /** Gives a message of ours another text. */
  async edit(roomId: Uuid, messageId: Uuid, text: string): Promise<void> {
    await this.client.api.edit(roomId, messageId, text)
  }

  /** Takes a message back. */
  async delete(roomId: Uuid, messageId: Uuid): Promise<void> {
    await this.client.api.delete(roomId, messageId)
  }

  async archive(roomId: Uuid, away: boolean): Promise<void> {
    this.dispatch({ type: 'views', views: [await this.client.api.archive(roomId, away)] })
  }

  async loadRooms(): Promise<void> {
    const { api } = this.client
    const views = await (this.options.role === 'vendor' ? api.vendorRooms() : api.rooms())
    this.dispatch({ type: 'views', views })
    this.dispatch({ type: 'loaded' })
    this.resume()
  }

  private dispatch(action: Action): void {
    const roomId = roomIn(action)
    const before = roomId === undefined ? undefined : this.room(roomId)
    this.change(action)
    const after = roomId === undefined ? undefined : this.room(roomId)
    if (roomId === undefined || before === undefined || after === undefined) return
    if (before.pending !== after.pending || before.draft !== after.draft) {
      this.unsent.put(roomId, after)
      this.leave(roomId)
    }
  }

  /** Goes on with what an earlier page left unsent. */
  private resume(): void {
    for (const [roomId, room] of this.state().rooms) {
      const unsaid = this.unsent.take(roomId)
      if (unsaid === undefined) continue
      if (room.draft === '') this.draft(roomId, unsaid.draft)
      for (const pending of unsaid.pending) {
        this.dispatch({ type: 'written', roomId, pending })
        const { clientMessageId, content, afterSeq, failed } = pending
        if (failed !== undefined) continue
        this.client.join(roomId)
        this.client.retry({ roomId, clientMessageId, content, afterSeq })
      }
      this.unsent.put(roomId, this.room(roomId) ?? unsaid)
    }
  }

  private leave(roomId: Uuid): void {
    const underWay = this.room(roomId)?.pending.some(({ failed }) => failed === undefined)
    if (!this.shown.has(roomId) && underWay !== true) this.client.leave(roomId)
  }

  private room(roomId: Uuid): RoomState | undefined {
    return this.state().rooms.get(roomId)
  }

  private hear(news: News): void {
    if (news.type !== 'frame') {
      this.dispatch(news)
      return
    }
    const { frame } = news
    const known = 'room_id' in frame && frame.room_id !== undefined && this.room(frame.room_id)
    this.dispatch({ ...news, at: this.environment.now() })
    switch (frame.type) {
      case 'connection_established':
        this.unsent.open({ name: frame.user, id: frame.user_id })
        this.resume()
        return quietly(this.loadRooms())
      case 'joined':
      case 'resync':
        return this.settle(frame.room_id)
      case 'room_updated':
        return known === undefined ? this.refresh(frame.room_id) : undefined
      case 'typing':
        return this.expectTime()
    }
  }

  /** Once heard, a room has a page to show, and counts that are as new as what is heard. */
  private settle(roomId: Uuid): void {
    const room = this.room(roomId)
    if (room === undefined) return
    if (room.run.length === 0) quietly(this.loadOlder(roomId))
    if (room.view.seq < room.from - 1) this.refresh(roomId)
  }

  private refresh(roomId: Uuid): void {
    const view = this.client.api.room(roomId)
    quietly(view.then((each) => this.dispatch({ type: 'views', views: [each] })))
  }

  /** Signs of typing end by themselves. */
  private expectTime(): void {
    this.stopTime()
    this.stopTime = this.environment.after(1_000, () => {
      this.dispatch({ type: 'time', at: this.environment.now() })
      if ([...this.state().rooms.values()].some(({ typing }) => typing.size > 0)) this.expectTime()
    })
  }
}

/** The room that an action is about. */
function roomIn(action: Action): Uuid | undefined {
  if ('roomId' in action) return action.roomId
  return action.type === 'frame' && 'room_id' in action.frame ? action.frame.room_id : undefined
}
