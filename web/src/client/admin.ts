import type {
  AdminHealthView,
  AdminRoomView,
  FoundMessageView,
  PublicRoomHistoryView,
  PublicRoomView,
  ReportView,
  RoomSettings,
  StatisticsView,
  Uuid,
  VisitorView,
} from '../protocol'
import type { Http } from './http'

/** A page of something; `count` where the services know how many there are. */
export interface Page<T> {
  count?: number
  next: string | null
  previous: string | null
  results: T[]
}

/** What rooms and messages are looked for by; what is left out does not matter. */
export interface AdminQuery {
  search?: string | undefined
  vendor_id?: string | undefined
  product_id?: string | undefined
  kind?: string | undefined
  archived?: boolean | undefined
  reported?: boolean | undefined
  /** A moment in UTC. */
  from?: string | undefined
  to?: string | undefined
  room_id?: Uuid | undefined
  page?: number | undefined
  page_size?: number | undefined
}

/** What only admins may ask the services. What they see of others by it is recorded there. */
export class AdminApi {
  constructor(private readonly http: Http) {}

  rooms(query: AdminQuery): Promise<Page<AdminRoomView>> {
    return this.http.get(`/api/chat/admin/rooms/${queryOf(query)}`)
  }

  /** Messages with all words of the search, in conversations and public rooms, newest first. */
  messages(query: AdminQuery): Promise<Page<FoundMessageView>> {
    return this.http.get(`/api/chat/admin/messages/${queryOf(query)}`)
  }

  reports(roomId: Uuid): Promise<ReportView[]> {
    return this.http.get(`/api/chat/rooms/${roomId}/reports/`)
  }

  async closeReports(roomId: Uuid): Promise<void> {
    await this.http.command({ method: 'POST', path: `/api/chat/rooms/${roomId}/reports/close/` })
  }

  /** All events as NDJSON, or all messages as CSV. */
  exported(roomId: Uuid, format: 'ndjson' | 'csv'): Promise<Blob> {
    return this.http.file(`/api/chat/admin/rooms/${roomId}/export/?format=${format}`)
  }

  statistics(): Promise<StatisticsView> {
    return this.http.get('/api/chat/admin/stats/')
  }

  health(): Promise<AdminHealthView> {
    return this.http.get('/api/chat/admin/health/')
  }

  /** The newest first, by pages of a hundred. */
  publicRooms(page: number): Promise<Page<PublicRoomView>> {
    return this.http.get(`/api/rooms/${queryOf({ page })}`)
  }

  publicRoom(roomId: Uuid): Promise<PublicRoomView> {
    return this.http.get(`/api/rooms/${roomId}/`)
  }

  openPublicRoom(settings: RoomSettings): Promise<PublicRoomView> {
    return this.http.command({ method: 'POST', path: '/api/rooms/', body: settings })
  }

  changePublicRoom(roomId: Uuid, settings: RoomSettings): Promise<PublicRoomView> {
    const path = `/api/rooms/${roomId}/`
    return this.http.command({ method: 'PATCH', path, body: settings })
  }

  async removePublicRoom(roomId: Uuid): Promise<void> {
    await this.http.command({ method: 'DELETE', path: `/api/rooms/${roomId}/` })
  }

  /** Who is in a public room, those who came last first. */
  async visitors(roomId: Uuid): Promise<VisitorView[]> {
    const path = `/api/rooms/${roomId}/users/`
    return (await this.http.get<{ online_users: VisitorView[] }>(path)).online_users
  }

  /** Events after `after`, oldest first, at most 200. */
  publicHistory(roomId: Uuid, after: number, limit: number): Promise<PublicRoomHistoryView> {
    return this.http.get(`/api/rooms/${roomId}/events/?after=${after}&limit=${limit}`)
  }
}

/** With its question mark; empty when nothing is asked for. */
function queryOf(query: AdminQuery): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(String(value))}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
