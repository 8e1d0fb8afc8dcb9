import { createServer, request as send } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { PublicRoomView, ReportView, RoomSettings } from '../src/protocol'
import {
  ADMIN,
  HEALTH,
  PUBLIC,
  REPORT,
  adminRooms,
  eventfulRoom,
  found,
  statistics,
} from './adminData'
import { valid } from './contract'
import { VENDOR } from './room'
import { ChatServer } from './server'

type Body = { status?: number; json?: unknown; text?: string; type?: string }

/** The services as an admin's page sees them: pages, what only admins may ask, and behind it the
 * room with real sockets. */
export class AdminServer {
  readonly room = eventfulRoom()
  reports: ReportView[] = [REPORT]
  publicRooms: PublicRoomView[] = [PUBLIC]
  /** What came in, as `GET /api/…`, with who asked. */
  readonly asked: { request: string; authorization: string | undefined }[] = []
  /** Answers in place of the services. */
  instead: (method: string, path: string) => Body | undefined = () => undefined
  private readonly http: Server
  /** Both ends of each socket that is passed on. */
  private readonly wires = new Set<Duplex>()

  private constructor(
    readonly chat: ChatServer,
    private readonly pages: (path: string, response: ServerResponse) => boolean,
  ) {
    chat.open(this.room)
    this.http = createServer((request, response) => void this.serve(request, response))
    this.http.on('upgrade', (request, socket, head) => {
      const { hostname, port } = new URL(chat.endpoint)
      const other = connect(Number(port), hostname, () => {
        const lines = request.rawHeaders.flatMap((each, i, all) =>
          i % 2 === 0 ? [`${each}: ${all[i + 1] ?? ''}`] : [],
        )
        other.write(`GET ${request.url ?? ''} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
        other.write(head)
        other.pipe(socket).pipe(other)
      })
      for (const each of [socket, other]) {
        this.wires.add(each)
        for (const end of ['error', 'close']) {
          each.on(end, () => [socket, other].map((wire) => wire.destroy()))
        }
      }
    })
  }

  /** @param pages answers what is no request for the services; says whether it did */
  static async start(
    pages: (path: string, response: ServerResponse) => boolean,
  ): Promise<AdminServer> {
    const server = new AdminServer(await ChatServer.start(), pages)
    await new Promise<void>((done) => server.http.listen(0, '127.0.0.1', done))
    return server
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const wire of this.wires) wire.destroy()
    await this.chat.stop()
    this.http.closeAllConnections()
    await new Promise((done) => this.http.close(done))
  }

  /** How often this was asked for. */
  count(part: string): number {
    return this.asked.filter(({ request }) => request.includes(part)).length
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request
    if (this.pages(url, response)) return
    this.asked.push({ request: `${method} ${url}`, authorization: headers.authorization })
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts)
    const { pathname, searchParams } = new URL(url, this.endpoint)
    const answer =
      this.instead(method, pathname) ?? this.answer(method, pathname, searchParams, String(text))
    if (answer === undefined) return this.pass(request, text, response)
    const { status = 200, json, text: plain, type = 'application/json' } = answer
    response.writeHead(status, { 'Content-Type': type })
    response.end(plain ?? (json === undefined ? '' : JSON.stringify(json)))
  }

  private pass({ method, url, headers }: IncomingMessage, text: Buffer, response: ServerResponse) {
    const { hostname, port } = new URL(this.chat.endpoint)
    const options = { hostname, port, method, path: url, headers }
    send(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    }).end(text)
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    text: string,
  ): Body | undefined {
    const page = (results: unknown[]): Body => ({
      json: { count: results.length, next: null, previous: null, results },
    })
    const [, action = ''] = new RegExp(`^/api/chat/rooms/${this.room.id}/(.+)$`).exec(path) ?? []
    switch (`${method} ${path}`) {
      case 'GET /api/chat/admin/rooms/':
        return page(this.listed(query).map((each) => valid('views/admin_room', each)))
      case 'GET /api/chat/admin/messages/':
        return page(found(this.room).map((each) => valid('views/found_message', each)))
      case 'GET /api/chat/admin/stats/':
        return { json: valid('views/statistics', statistics()) }
      case 'GET /api/chat/admin/health/':
        return { json: valid('views/admin_health', HEALTH) }
      case 'GET /api/rooms/':
        return page(this.publicRooms)
      case 'POST /api/rooms/':
        return this.openRoom(JSON.parse(text) as RoomSettings)
    }
    if (path.endsWith('/export/')) return { text: '\ufeffseq,content\r\n', type: 'text/csv' }
    return this.inRoom(method, action) ?? this.inPublicRoom(method, path, text)
  }

  private listed(query: URLSearchParams) {
    const search = query.get('search')
    const rooms = adminRooms(this.room).filter(
      ({ vendor_id, is_archived, reports }) =>
        String(vendor_id) === (query.get('vendor_id') ?? String(vendor_id)) &&
        String(is_archived) === (query.get('archived') ?? String(is_archived)) &&
        String(reports > 0) === (query.get('reported') ?? String(reports > 0)),
    )
    if (search === null) return rooms
    const text = 'سلام، می‌خواهم دو تا از این گلدان بخرم'
    const start = text.indexOf('گلدان')
    return rooms.slice(0, 1).map((room) => ({
      ...room,
      found: [{ what: 'message', seq: 2, text, highlights: [[start, start + 5]] }],
    }))
  }

  private inRoom(method: string, action: string): Body | undefined {
    switch (`${method} ${action}`) {
      case 'GET reports/':
        return { json: this.reports.map((each) => valid('views/report', each)) }
      case 'POST reports/close/':
        this.reports = this.reports.map((report) => ({
          ...report,
          closed_at: '2026-11-22T10:15:00.000Z',
          closed_by: ADMIN.name,
        }))
        return { json: {} }
      case 'POST archive/':
      case 'POST unarchive/':
        this.room.archive(ADMIN, action === 'archive/')
        return { json: { ...this.room.view(VENDOR), is_archived: action === 'archive/' } }
    }
    const [, id] = /^messages\/(.+)\/$/.exec(action) ?? []
    if (method !== 'DELETE' || id === undefined) return undefined
    this.room.delete(ADMIN, Number.parseInt(id.slice(-12), 10))
    return { status: 204 }
  }

  private openRoom({ name = '', description = null, max_users = 100 }: RoomSettings): Body {
    const id = '5b1f0c7e-3a52-4d0e-9c0a-2f1d8e6b7a92'
    const settings = { name: String(name), description: String(description ?? ''), max_users }
    const room = { ...PUBLIC, ...settings, id, online_users_count: 0, total_messages_count: 0 }
    this.publicRooms = [room, ...this.publicRooms]
    return { status: 201, json: room }
  }

  private inPublicRoom(method: string, path: string, text: string): Body | undefined {
    const [, id, rest] = /^\/api\/rooms\/([0-9a-f-]{36})\/(.*)$/.exec(path) ?? []
    const room = this.publicRooms.find((each) => each.id === id)
    if (room === undefined) return undefined
    if (rest === 'users/') return { json: { room_id: id, online_users: VISITORS, total_online: 2 } }
    if (rest === 'events/') return { json: publicHistory(room.id) }
    if (method === 'GET') return { json: room }
    this.publicRooms = this.publicRooms.filter((each) => each !== room)
    if (method === 'DELETE') return { status: 204 }
    const changed = { ...room, ...(JSON.parse(text) as Partial<PublicRoomView>) }
    this.publicRooms = [changed, ...this.publicRooms]
    return { json: changed }
  }
}

const VISITOR = { id: '168695aa-e536-88b5-ad8a-b9cc92a8c727', username: 'রাকিব', color: '#ff0000' }
const VISITORS = [
  VISITOR,
  { ...VISITOR, id: VISITOR.id.replace('1', '2'), username: 'نسترن‌بانو', color: '#008080' },
].map((each) => ({
  ...each,
  is_online: true,
  last_seen: PUBLIC.updated_at,
  created_at: PUBLIC.created_at,
}))

function publicHistory(id: string) {
  const event = (seq: number, type: string, data: object) => ({
    seq,
    time: `2026-11-22T10:15:${10 + seq}.125Z`,
    type: `parley.public_room.${type}.v1`,
    data: { room_id: id, ...data },
  })
  const events = [
    event(1, 'public_room_opened', { settings: { name: PUBLIC.name }, opener: 'account:9' }),
    event(2, 'visitor_joined', { visitor: VISITOR }),
    event(3, 'public_message_sent', {
      message_id: 'ba40f6c9-b7ea-80d0-9780-000000000003',
      sender: VISITOR,
      content: 'হ্যালো সবাই! 👋',
      message_type: 'text',
      file_url: null,
    }),
  ]
  return { room_id: id, seq: events.length, events }
}
