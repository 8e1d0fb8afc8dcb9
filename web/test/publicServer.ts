import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { PublicFrame, PublicMessageView, VisitorFrame } from '../src/protocol'
import { valid } from './contract'

const ROOM = '7040379f-7ead-40de-b578-b7fe68b430d6'
const START = Date.parse('2026-11-22T10:15:31.000Z')

interface Member {
  wire: WebSocket
  id: string
  name: string
  color: string
}

/** One public room of the contract, with real sockets. */
export class PublicServer {
  readonly roomId = ROOM
  readonly messages: PublicMessageView[] = []
  /** The addresses by which visitors came in. */
  readonly addresses: URL[] = []
  private seq = 0
  private readonly members = new Set<Member>()
  private readonly http: Server
  private readonly ws: WebSocketServer

  private constructor(pages: (path: string, response: ServerResponse) => boolean) {
    this.http = createServer((request, response) => {
      if (!pages(request.url ?? '', response)) void this.serve(request, response)
    })
    this.ws = new WebSocketServer({ server: this.http })
    this.ws.on('connection', (wire, request) => this.accept(wire, request))
  }

  /** @param pages answers what is no request for the API; says whether it did */
  static async start(
    pages: (path: string, response: ServerResponse) => boolean = () => false,
  ): Promise<PublicServer> {
    const server = new PublicServer(pages)
    await new Promise<void>((done) => server.http.listen(0, '127.0.0.1', done))
    return server
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  cut(code?: number): void {
    for (const { wire } of this.members) {
      if (code === undefined) wire.terminate()
      else wire.close(code)
    }
  }

  async stop(): Promise<void> {
    this.cut()
    this.ws.close()
    this.http.closeAllConnections()
    await new Promise((done) => this.http.close(done))
  }

  say(content: string, by: { id: string; name: string; color: string }): void {
    this.seq++
    const at = new Date(START + this.seq * 1_000).toISOString()
    const user = {
      id: by.id,
      username: by.name,
      color: by.color,
      is_online: true,
      last_seen: dhaka(at),
      created_at: dhaka(at),
    }
    const id = `ba40f6c9-b7ea-80d0-9780-${String(this.seq).padStart(12, '0')}`
    this.messages.push(
      valid('views/public_message', {
        id,
        user,
        content,
        message_type: 'text' as const,
        file_url: null,
        timestamp: dhaka(at),
        seq: this.seq,
      }),
    )
    this.tell(this.frameOf(this.messages.length - 1))
  }

  tell(frame: PublicFrame, to: Iterable<Member> = this.members): void {
    valid(`frames/public/out/${frame.type}`, frame)
    for (const { wire } of to) wire.send(JSON.stringify(frame))
  }

  private frameOf(index: number): PublicFrame {
    const message = this.messages[index]
    if (message === undefined) throw new Error(`There is no message ${index}.`)
    const { id, user, content, seq } = message
    return {
      type: 'message',
      message: content,
      user_id: user.id,
      username: user.username,
      user_color: user.color,
      message_id: id,
      timestamp: utc(seq),
      seq,
    }
  }

  private accept(wire: WebSocket, request: IncomingMessage): void {
    const address = new URL(request.url ?? '', this.endpoint)
    this.addresses.push(address)
    const query = address.searchParams
    const member = {
      wire,
      id: idOf(query.get('username')),
      name: query.get('username') ?? '',
      color: query.get('color') ?? '',
    }
    const after = Number(query.get('after_seq'))
    this.messages.forEach(({ seq }, index) => {
      if (seq > after) this.tell(this.frameOf(index), [member])
    })
    this.members.add(member)
    const { id, name } = member
    this.tell({
      type: 'system',
      message: `🎉 ${name} চ্যাটরুমে যোগ দিয়েছেন!`,
      user_id: id,
      username: name,
      timestamp: utc(++this.seq),
    })
    this.tellList()
    wire.on('close', () => {
      this.members.delete(member)
      this.tellList()
    })
    wire.on('message', (data) => this.hear(member, JSON.parse(String(data)) as VisitorFrame))
  }

  private hear(member: Member, frame: VisitorFrame): void {
    valid(`frames/public/in/${frame.type ?? 'message'}`, frame)
    const { id, name } = member
    if (frame.type === 'message' && frame.content !== undefined) this.say(frame.content, member)
    if (frame.type === 'typing') {
      this.tell({
        type: 'typing',
        user_id: id,
        username: name,
        typing: frame.typing ?? false,
        timestamp: utc(this.seq + 1),
      })
    }
  }

  private tellList(): void {
    const users = [...this.members].map(({ id, name, color }) => ({
      id,
      username: name,
      color,
      joined_at: utc(1),
      is_online: true,
    }))
    this.tell({ type: 'user_list', users, timestamp: utc(this.seq + 1) })
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', this.endpoint)
    let text = ''
    for await (const part of request) text += String(part)
    const body = this.answer(pathname, searchParams, text)
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(body ?? { detail: 'Not found.' }))
  }

  private answer(path: string, query: URLSearchParams, text: string): unknown {
    if (path === '/api/public-rooms/') {
      const room = {
        id: ROOM,
        name: 'সিনেমা-গান',
        description: 'সিনেমা, গান এবং বিনোদন',
        online_users: this.members.size,
        total_messages: this.messages.length,
        max_users: 150,
      }
      return { status: 'success', count: 1, rooms: [room] }
    }
    if (path === '/api/join-room/') {
      const { username, color } = JSON.parse(text) as { username: string; color: string }
      return {
        room_id: ROOM,
        room_name: 'সিনেমা-গান',
        user_id: idOf(username),
        session_id: `s-${username}`,
        username,
        color,
        message: '',
      }
    }
    if (path === `/api/rooms/${ROOM}/messages/`) {
      const before = Number(query.get('before') ?? Infinity)
      const messages = this.messages
        .filter(({ seq }) => seq < before)
        .slice(-100)
        .reverse()
      return {
        room_id: ROOM,
        room_name: 'সিনেমা-গান',
        messages,
        total_messages: this.messages.length,
      }
    }
    return undefined
  }
}

/** The same for the same name. */
export function idOf(name: string | null): string {
  const hex = Buffer.from(name ?? '')
    .toString('hex')
    .padEnd(12, '0')
    .slice(-12)
  return `168695aa-e536-88b5-ad8a-${hex}`
}

function utc(seq: number): string {
  return new Date(START + seq * 1_000).toISOString().replace('Z', '000+00:00')
}

function dhaka(at: string): string {
  return new Date(Date.parse(at) + 6 * 3_600_000).toISOString().replace('Z', '000+06:00')
}
