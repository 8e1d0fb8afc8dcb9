import type { ServerError, Uuid } from '../protocol'
import { ChatApi } from './api'
import { Credentials } from './credentials'
import type { TokenSource } from './credentials'
import type { Environment } from './environment'
import { frameOf } from './history'
import { Http, HttpProblem } from './http'
import { JoinedRooms, isRoomFrame } from './joined'
import type { Heard, RoomFrame } from './joined'
import { Outbox } from './outbox'
import type { Letter } from './outbox'
import { ChatSocket } from './socket'
import { dial } from './ticket'
import type { ConnectionState } from './socket'
import { VendorApi } from './vendor'

/** What the client hears and finds out, in order. Of each room that was joined, `frame` has every
 * event once, in the order of its `seq`. */
export type News =
  | { type: 'connection'; state: ConnectionState }
  | { type: 'frame'; frame: Heard }
  | { type: 'sent'; roomId: Uuid; clientMessageId: Uuid; seq: number }
  | { type: 'not_sent'; roomId: Uuid; clientMessageId: Uuid; code: string }

export interface ClientOptions {
  /** The address before `/api` and `/ws`, as `https://chat.example.com`; empty for this origin. */
  endpoint: string
  token: TokenSource
}

const PAGE = 200

/** A conversation partner of the services: REST, one socket, and what is still to be sent. */
export class ChatClient {
  readonly api: ChatApi
  readonly vendor: VendorApi
  /** For requests that only some pages make. */
  readonly http: Http
  private readonly credentials: Credentials
  private readonly socket: ChatSocket
  private readonly rooms: JoinedRooms
  private readonly outbox: Outbox
  private readonly read = new Map<Uuid, number>()

  constructor(
    private readonly environment: Environment,
    options: ClientOptions,
    private readonly tell: (news: News) => void,
  ) {
    this.credentials = new Credentials(environment, options.token)
    this.http = new Http(
      environment,
      options.endpoint,
      () => this.credentials.headers(),
      () => this.credentials.establish(this.http, true),
    )
    this.api = new ChatApi(this.http)
    this.vendor = new VendorApi(this.http)
    this.socket = new ChatSocket(
      environment,
      (renewed) => dial(this.http, this.credentials, socketAddress(options.endpoint), renewed),
      {
        state: (state) => this.connection(state),
        frame: (frame) => this.hear(frame),
      },
    )
    this.rooms = new JoinedRooms(
      (frame) => this.socket.send(frame),
      (roomId) => this.live(roomId),
    )
    this.outbox = new Outbox(environment, {
      send: (frame) => this.socket.send(frame),
      isLive: (roomId) => this.rooms.isLive(roomId),
      find: (letter) => this.find(letter),
      acknowledged: ({ roomId, clientMessageId }, seq) =>
        tell({ type: 'sent', roomId, clientMessageId, seq }),
      failed: ({ roomId, clientMessageId }, code) =>
        tell({ type: 'not_sent', roomId, clientMessageId, code }),
    })
  }

  get isGuest(): boolean {
    return this.credentials.isGuest
  }

  /** Finds out who is asking, and connects, if need be later. Requests may be made once this is
   * done. */
  async start(): Promise<void> {
    try {
      await this.credentials.establish(this.http)
    } catch (problem) {
      if (!(problem instanceof HttpProblem && problem.passing)) throw problem
    }
    this.socket.open()
  }

  stop(): void {
    this.socket.close()
  }

  /** Connects now instead of after the wait. */
  hurry(): void {
    this.socket.hurry()
  }

  /** Hears a room from its sequence `after` on, or from now on. */
  join(roomId: Uuid, after?: number): void {
    this.rooms.join(roomId, after)
  }

  leave(roomId: Uuid): void {
    this.rooms.leave(roomId)
    this.read.delete(roomId)
  }

  /** Sends as soon as the room is heard. What becomes of it is told as `sent` or `not_sent`. */
  post(letter: Letter): void {
    this.outbox.post(letter)
  }

  /** Sends again what was told as `not_sent`; it cannot become two messages. */
  retry(letter: Letter): void {
    void this.outbox.retry(letter)
  }

  typing(roomId: Uuid, on: boolean): void {
    if (this.rooms.isLive(roomId)) {
      this.socket.send({ type: 'typing', room_id: roomId, is_typing: on })
    }
  }

  /** Now, or when the room is heard again. */
  markRead(roomId: Uuid, upToSeq: number): void {
    if (upToSeq <= (this.read.get(roomId) ?? 0)) return
    this.read.set(roomId, upToSeq)
    if (this.rooms.isLive(roomId)) this.sendRead(roomId)
  }

  /** Events after `after`, as the frames that they were, oldest first. */
  async history(roomId: Uuid, after: number, limit: number): Promise<RoomFrame[]> {
    const { results } = await this.api.history(roomId, after, limit)
    return results.map((told) => frameOf(roomId, told))
  }

  private connection(state: ConnectionState): void {
    if (state.is !== 'open') {
      this.rooms.lost()
      this.outbox.lost()
    }
    this.tell({ type: 'connection', state })
  }

  private hear(frame: Heard): void {
    if (frame.type === 'message' && frame.client_message_id !== undefined) {
      this.outbox.acknowledge(frame.client_message_id, frame.seq)
    }
    if (isRoomFrame(frame) && !this.rooms.takes(frame)) return
    this.tell({ type: 'frame', frame })
    switch (frame.type) {
      case 'connection_established':
        return this.rooms.rejoin()
      case 'joined':
        return this.rooms.joined(frame.room_id, frame.seq)
      case 'resync':
        void this.outbox.resynced(frame.room_id)
        return this.rooms.resync(frame.room_id, frame.seq)
      case 'error':
        return this.error(frame)
    }
  }

  private error({ code, room_id: roomId, client_message_id: id, retry_after }: ServerError): void {
    if (id !== undefined) {
      this.outbox.refused(id, code, retry_after)
    } else if (code === 'rate_limited') {
      this.outbox.slowDown(retry_after)
      this.later(retry_after, () => this.rooms.unanswered())
    } else if (roomId !== undefined && ['unavailable', 'overloaded'].includes(code)) {
      this.later(retry_after, () => this.rooms.again(roomId))
    } else if (roomId !== undefined && code === 'room_not_found') {
      this.rooms.forget(roomId)
      this.outbox.forsake(roomId, code)
    }
  }

  private later(seconds = 1, task: () => void): void {
    this.environment.after((seconds + this.environment.random()) * 1_000, task)
  }

  private live(roomId: Uuid): void {
    this.outbox.flush(roomId)
    this.sendRead(roomId)
  }

  private sendRead(roomId: Uuid): void {
    const upToSeq = this.read.get(roomId)
    if (upToSeq !== undefined) {
      this.socket.send({ type: 'mark_read', room_id: roomId, up_to_seq: upToSeq })
    }
  }

  private async find({ roomId, clientMessageId, afterSeq }: Letter): Promise<number | undefined> {
    for (let after = afterSeq; ;) {
      const page = await this.api.history(roomId, after, PAGE)
      const found = page.results.find(({ command_id }) => command_id === clientMessageId)
      const last = page.results.at(-1)
      if (found !== undefined || !page.more || last === undefined) return found?.seq
      after = last.seq
    }
  }
}

/** The socket's address beside that of the API; on this origin without one. */
function socketAddress(endpoint: string): string {
  return `${endpoint === '' ? location.origin : endpoint}/ws/chat/`.replace(/^http/, 'ws')
}
