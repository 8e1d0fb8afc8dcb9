import { readPublicFrame } from '../protocol'
import type { CreatedUser, PublicFrame, PublicMessageView, Uuid, VisitorFrame } from '../protocol'
import type { Environment } from './environment'
import { Http } from './http'
import { Line } from './line'
import type { ConnectionState } from './line'

/** A public room as the list shows it. */
export interface PublicRoomRow {
  id: Uuid
  name: string
  description: string | null
  online_users: number
  total_messages: number
  max_users: number
}

/** Who is in a public room, as whom. */
export interface Visitor {
  username: string
  color: string
}

export interface Visit extends CreatedUser {
  room_id: Uuid
  room_name: string
}

export interface PublicOptions {
  /** The address before `/api` and `/ws`, as `https://chat.example.com`. */
  endpoint: string
  /** The language of what the server says. */
  lang: 'fa' | 'bn' | 'en'
}

export interface VisitListener {
  state(state: ConnectionState): void
  frame(frame: PublicFrame): void
  ended(code: number): void
}

/** The public chat's REST API and sockets; nobody signs in. */
export class PublicRooms {
  private readonly http: Http

  constructor(
    private readonly environment: Environment,
    private readonly options: PublicOptions,
  ) {
    this.http = new Http(environment, options.endpoint, () => ({ 'Accept-Language': options.lang }))
  }

  /** Those with most visitors first. */
  async list(): Promise<PublicRoomRow[]> {
    return (await this.http.get<{ rooms: PublicRoomRow[] }>('/api/public-rooms/')).rooms
  }

  /** Becomes somebody in this room; coming in is {@link enter}. */
  join(roomId: Uuid, visitor: Visitor): Promise<Visit> {
    const body = { room_id: roomId, ...visitor }
    return this.http.command({ method: 'POST', path: '/api/join-room/', body })
  }

  /** The newest hundred messages, oldest first; with `before`, those right before that `seq`. */
  async messages(roomId: Uuid, before?: number): Promise<PublicMessageView[]> {
    const query = before === undefined ? '' : `?before=${before}`
    const path = `/api/rooms/${roomId}/messages/${query}`
    const { messages } = await this.http.get<{ messages: PublicMessageView[] }>(path)
    return messages.reverse()
  }

  /** Comes into a room, and stays so until it is closed. `after` is the newest `seq` that is known.
   * The protocol of the public chat has the session in the socket's address. */
  enter(visit: Visit, after: number, listener: VisitListener): VisitLine {
    const { endpoint, lang } = this.options
    return new VisitLine(this.environment, `${endpoint}/ws/chat/`, lang, visit, after, listener)
  }
}

/** A visitor's connection to one public room. */
export class VisitLine {
  private readonly line: Line

  constructor(
    environment: Environment,
    private readonly base: string,
    private readonly lang: string,
    private readonly visit: Visit,
    private last: number,
    private readonly listener: VisitListener,
  ) {
    this.line = new Line(environment, {
      dial: () => Promise.resolve({ url: this.address() }),
      state: (state) => listener.state(state),
      text: (text) => this.hear(text),
      ended: (code) => listener.ended(code),
    })
    this.line.open()
  }

  /** False when there is no connection. The protocol has no id by which to send a message again. */
  send(frame: VisitorFrame): boolean {
    return this.line.send(JSON.stringify(frame))
  }

  hurry(): void {
    this.line.hurry()
  }

  close(): void {
    this.line.close()
  }

  private hear(text: string): void {
    const frame = readPublicFrame(text)
    if (frame === undefined) return
    if (frame.type !== 'error') this.line.established()
    if (frame.type === 'message' || frame.type === 'resync')
      this.last = Math.max(this.last, frame.seq)
    this.listener.frame(frame)
  }

  private address(): string {
    const { room_id, username, color, session_id } = this.visit
    const query = { username, color, session_id, after_seq: String(this.last), lang: this.lang }
    const parts = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    return `${this.base.replace(/^http/, 'ws')}${room_id}/?${parts.join('&')}`
  }
}
