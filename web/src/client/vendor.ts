import type { CannedReplyView, MarketplaceId, RoomView, Uuid, VendorSummaryView } from '../protocol'
import type { Http } from './http'

/** Which of a vendor's conversations. */
export interface VendorQuery {
  sort: 'recent' | 'waiting'
  unread?: boolean
  waiting?: boolean
  archived?: boolean
  productId?: MarketplaceId
  search?: string
}

/** An answer that a vendor has ready, as `{buyer}`, `{product}` and `{price}` may be in it. */
export type Reply = CannedReplyView

export type ReplyDraft = Pick<Reply, 'shortcut' | 'title' | 'content'>

export interface RoomPage {
  count: number
  results: RoomView[]
}

const REPLIES = '/api/chat/vendor/replies/'

/** What the services have for a vendor's staff only. */
export class VendorApi {
  constructor(private readonly http: Http) {}

  /** @param page counts from 1; there is always a first one
   * @param size at most 200 */
  rooms(query: VendorQuery, page: number, size: number): Promise<RoomPage> {
    const { productId, ...rest } = query
    const asked = { ...rest, product_id: productId, page, page_size: size }
    const parts = Object.entries(asked).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
    )
    return this.http.get(`/api/chat/vendor/rooms/?${parts.join('&')}`)
  }

  summary(): Promise<VendorSummaryView> {
    return this.http.get('/api/chat/vendor/summary/')
  }

  /** All of them, by shortcut. */
  replies(): Promise<Reply[]> {
    return this.http.get(REPLIES)
  }

  addReply(body: ReplyDraft): Promise<Reply> {
    return this.http.command({ method: 'POST', path: REPLIES, body })
  }

  /** Undefined when it was done before, and the reply is gone since. */
  changeReply(id: Uuid, body: ReplyDraft): Promise<Reply | undefined> {
    return this.http.command({ method: 'PUT', path: `${REPLIES}${id}/`, body })
  }

  async deleteReply(id: Uuid): Promise<void> {
    await this.http.command({ method: 'DELETE', path: `${REPLIES}${id}/` })
  }
}
