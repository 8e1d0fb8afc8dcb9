import type {
  MarketplaceId,
  MessageView,
  RoomHistoryView,
  RoomView,
  Start,
  Uuid,
} from '../protocol'
import type { Http } from './http'

/** The marketplace's REST API, as far as a conversation needs it. */
export class ChatApi {
  constructor(private readonly http: Http) {}

  /** The conversations of whoever asks, newest activity first, at most 500. */
  rooms(): Promise<RoomView[]> {
    return this.http.get('/api/chat/rooms/?limit=500')
  }

  room(roomId: Uuid): Promise<RoomView> {
    return this.http.get(`/api/chat/rooms/${roomId}/`)
  }

  /** The conversations about a vendor's products, newest activity first. */
  async vendorRooms(page = 1): Promise<RoomView[]> {
    const { results } = await this.http.get<{ results: RoomView[] }>(
      `/api/chat/vendor/rooms/?page=${page}&page_size=200`,
    )
    return results
  }

  /** Events after `after`, oldest first, at most `limit` (up to 1,000). */
  history(roomId: Uuid, after: number, limit: number): Promise<RoomHistoryView> {
    return this.http.get(`/api/chat/rooms/${roomId}/events/?after_seq=${after}&limit=${limit}`)
  }

  start(
    vendorId: MarketplaceId,
    productId: MarketplaceId | null,
    more: Partial<Start> = {},
  ): Promise<RoomView> {
    const body = { ...more, vendor_id: vendorId, product_id: productId } satisfies Start
    return this.http.command({ method: 'POST', path: '/api/chat/start/', body })
  }

  edit(roomId: Uuid, messageId: Uuid, content: string): Promise<MessageView> {
    const path = `/api/chat/rooms/${roomId}/messages/${messageId}/`
    return this.http.command({ method: 'PATCH', path, body: { content } })
  }

  async delete(roomId: Uuid, messageId: Uuid): Promise<void> {
    const path = `/api/chat/rooms/${roomId}/messages/${messageId}/`
    await this.http.command({ method: 'DELETE', path })
  }

  archive(roomId: Uuid, away: boolean): Promise<RoomView> {
    const path = `/api/chat/rooms/${roomId}/${away ? 'archive' : 'unarchive'}/`
    return this.http.command({ method: 'POST', path })
  }
}
