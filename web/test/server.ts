import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { frameOf } from '../src/client/history'
import type { ClientFrame, RoomView, ServerFrame, Uuid } from '../src/protocol'
import { valid } from './contract'
import { GUEST, GUEST_ID, VENDOR } from './room'
import type { Who, Room } from './room'

interface Socket {
  wire: WebSocket
  who: Who | undefined
  joined: Set<Uuid>
}

/** Answers a request in place of the server: a status and a body. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Allow-Methods': '*',
  'Access-Control-Expose-Headers': 'Chat-Position, Link, Retry-After',
}

/** A server of the contract with real sockets, small enough to be told how to misbehave. What
 * comes in and what goes out is checked against the schemas. */
export class ChatServer {
  readonly rooms = new Map<Uuid, Room>()
  readonly frames: ClientFrame[] = []
  readonly requests: { method: string; path: string; headers: IncomingMessage['headers'] }[] = []
  /** Looks at each frame first; true when the server shall not. */
  intercept: (frame: ClientFrame, say: (frame: ServerFrame) => void) => boolean = () => false
  /** Looks at each request first. */
  answer: (method: string, path: string, body: string) => Answer | undefined = () => undefined
  /** Serves what is no request for the API; says whether it did. */
  pages: (url: string, response: ServerResponse) => boolean = () => false
  /** Whose token it is. */
  whoHas: (token: string) => Who = (token) => (token === 'vendor' ? VENDOR : GUEST)
  /** Looks at each connection first; false when it shall hear nothing. */
  admit: (wire: WebSocket) => boolean = () => true
  /** Whether it gives tickets; an older one does not. */
  givesTickets = true
  /** Tickets that hold, and whose they are. */
  readonly tickets = new Map<string, Who>()
  private given = 0
  missedAtMost = 1_000
  connections = 0
  private readonly sockets = new Set<Socket>()
  private readonly http: Server
  private readonly ws: WebSocketServer

  private constructor() {
    this.http = createServer((request, response) => void this.serve(request, response))
    this.ws = new WebSocketServer({ server: this.http, path: '/ws/chat/' })
    this.ws.on('connection', (wire, { url }) => this.accept(wire, url ?? ''))
  }

  static async start(): Promise<ChatServer> {
    const server = new ChatServer()
    await new Promise<void>((done) => server.http.listen(0, '127.0.0.1', done))
    return server
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.cut()
    this.ws.close()
    this.http.closeAllConnections()
    await new Promise((done) => this.http.close(done))
  }

  open(room: Room): Room {
    this.rooms.set(room.id, room)
    room.heard = (seq) => this.publish(room, seq)
    return room
  }

  /** The connections are gone without a word, or with this close code. */
  cut(code?: number): void {
    for (const { wire } of this.sockets) {
      if (code === undefined) wire.terminate()
      else wire.close(code)
    }
    this.sockets.clear()
  }

  /** Says something to every socket. */
  say(frame: ServerFrame): void {
    for (const socket of this.sockets) this.tell(socket, frame)
  }

  framesOf<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, { type: T }>[] {
    return this.frames.filter(
      (frame): frame is Extract<ClientFrame, { type: T }> => frame.type === type,
    )
  }

  private accept(wire: WebSocket, url: string): void {
    this.connections++
    const socket: Socket = { wire, who: undefined, joined: new Set() }
    this.sockets.add(socket)
    if (!this.admit(wire)) return
    const ticket = new URL(url, this.endpoint).searchParams.get('ticket')
    if (ticket !== null) {
      const who = this.tickets.get(ticket)
      if (who === undefined || !this.tickets.delete(ticket)) return wire.close(4401)
      this.establish(socket, who)
    }
    wire.on('close', () => this.sockets.delete(socket))
    wire.on('message', (data) => {
      const frame = JSON.parse(String(data)) as ClientFrame
      this.frames.push(valid(`frames/in/${frame.type}`, frame))
      if (!this.intercept(frame, (answer) => this.tell(socket, answer))) this.hear(socket, frame)
    })
  }

  private hear(socket: Socket, frame: ClientFrame): void {
    if (frame.type === 'authenticate') {
      return this.establish(socket, this.whoHas(frame.token ?? ''))
    }
    if (frame.type === 'ping') return this.tell(socket, { type: 'pong' })
    const room = this.rooms.get(frame.room_id)
    if (room === undefined) {
      return this.tell(socket, {
        type: 'error',
        code: 'room_not_found',
        message: '?',
        room_id: frame.room_id,
      })
    }
    this.inRoom(socket, room, frame)
  }

  private establish(socket: Socket, who: Who): void {
    socket.who = who
    const guest = 'guest' in who
    this.tell(socket, {
      type: 'connection_established',
      user: guest ? who.guest : who.name,
      user_id: guest ? null : who.id,
      ...(guest ? { guest_session: '2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19' } : {}),
    })
  }

  private inRoom(
    socket: Socket,
    room: Room,
    frame: Exclude<ClientFrame, { type: 'authenticate' | 'ping' }>,
  ): void {
    const who = socket.who ?? VENDOR
    switch (frame.type) {
      case 'join_room':
        return this.join(socket, room, frame.after_seq ?? undefined)
      case 'leave_room':
        return void socket.joined.delete(room.id)
      case 'send_message': {
        const known = room.events.find((event) => event.command_id === frame.client_message_id)
        if (known === undefined)
          room.message(who, frame.content ?? '', frame.client_message_id ?? undefined)
        else this.show(socket, room, known.seq)
        return
      }
      case 'mark_read':
        return room.read(who, frame.up_to_seq ?? room.seq)
      case 'typing':
        return this.say({
          type: 'typing',
          room_id: room.id,
          user_id: null,
          username: 'guest-c4ca4238',
          guest: true,
          guest_id: GUEST_ID,
          role: 'guest',
          is_typing: frame.is_typing,
        })
    }
  }

  private join(socket: Socket, room: Room, after: number | undefined): void {
    this.tell(socket, { type: 'joined', room_id: room.id, seq: room.seq })
    if (after !== undefined && (after > room.seq || room.seq - after > this.missedAtMost)) {
      this.tell(socket, { type: 'resync', room_id: room.id, seq: room.seq })
    } else if (after !== undefined) {
      for (let seq = after + 1; seq <= room.seq; seq++) this.show(socket, room, seq)
    }
    socket.joined.add(room.id)
  }

  private publish(room: Room, seq: number): void {
    for (const socket of this.sockets) {
      const update = room.update()
      if (socket.joined.has(room.id)) this.show(socket, room, seq)
      else if (update !== undefined && socket.who === VENDOR) this.tell(socket, update)
    }
  }

  private show(socket: Socket, room: Room, seq: number): void {
    const told = room.seenBy(socket.who ?? VENDOR)[seq - 1]
    const frame = told === undefined ? undefined : frameOf(room.id, told)
    if (frame !== undefined && frame.type !== 'other_event') this.tell(socket, frame)
  }

  private tell(socket: Socket, frame: ServerFrame): void {
    socket.wire.send(JSON.stringify(valid(`frames/out/${frame.type}`, frame)))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    if (method === 'OPTIONS') {
      response.writeHead(204, CORS).end()
      return
    }
    if (this.pages(url, response)) return
    this.requests.push({ method, path: url, headers })
    let text = ''
    for await (const part of request) text += String(part)
    const {
      status,
      body,
      headers: more,
    } = this.answer(method, url, text) ?? this.known(url, headers, text)
    response.writeHead(status, { 'Content-Type': 'application/json', ...CORS, ...more })
    response.end(body === undefined ? '' : JSON.stringify(body))
  }

  /** With a text the message has it from now on, without one it is gone. */
  private changed(room: Room | undefined, who: Who, messageId: Uuid, text: string): Answer {
    const seq = room?.seqOf(messageId)
    if (room === undefined || seq === undefined)
      return { status: 404, body: { code: 'message_not_found' } }
    if (text === '') room.delete(who, seq)
    else room.edit(who, seq, (JSON.parse(text) as { content: string }).content)
    return { status: text === '' ? 204 : 200 }
  }

  private known(url: string, headers: IncomingMessage['headers'], text: string): Answer {
    const who = this.whoHas(headers.authorization?.replace('Bearer ', '') ?? '')
    if (url === '/api/chat/ws-ticket/' && this.givesTickets) {
      const ticket = `ticket-${++this.given}`
      this.tickets.set(ticket, who)
      return { status: 201, body: { ticket, expires_at: '2026-11-22T10:16:01.121Z' } }
    }
    const { pathname, searchParams } = new URL(url, this.endpoint)
    const [, id = '', rest] = /^\/api\/chat\/rooms\/([0-9a-f-]+)\/(events\/)?$/.exec(pathname) ?? []
    const room = this.rooms.get(id)
    const [, place = '', message] =
      /^\/api\/chat\/rooms\/([0-9a-f-]+)\/messages\/([0-9a-f-]+)\/$/.exec(pathname) ?? []
    if (message !== undefined) return this.changed(this.rooms.get(place), who, message, text)
    if (room !== undefined && rest !== undefined) {
      const after = Number(searchParams.get('after_seq'))
      const results = room.seenBy(who).slice(after, after + Number(searchParams.get('limit')))
      const last = results.at(-1)?.seq ?? room.seq
      return { status: 200, body: { room_id: id, seq: room.seq, more: last < room.seq, results } }
    }
    if (room !== undefined) return { status: 200, body: room.view(who) }
    if (pathname === '/api/chat/rooms/' || pathname === '/api/chat/vendor/rooms/') {
      const rooms: RoomView[] = [...this.rooms.values()].map((each) => each.view(who))
      return { status: 200, body: pathname.includes('vendor') ? { results: rooms } : rooms }
    }
    const first = this.rooms.values().next().value
    if (pathname === '/api/chat/start/' && first !== undefined) {
      return { status: 200, body: first.view(who) }
    }
    if (pathname === '/api/chat/guest-session/') {
      return {
        status: 201,
        body: {
          session_id: '2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19',
          identifier: '',
          created_at: '2026-11-22T10:15:31.121Z',
        },
      }
    }
    return { status: 404, body: { code: 'not_found', detail: 'There is nothing.' } }
  }
}
