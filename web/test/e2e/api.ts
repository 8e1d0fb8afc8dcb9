import { randomUUID } from 'node:crypto'
import type { MessageView, RoomHistoryView, RoomView } from '../../src/protocol'

/** People of the demo marketplace. */
export const SARA = { user_id: 42, username: 'سارا', roles: ['buyer'] }
export const CARPETS = { user_id: 7, username: 'اصفهانی', roles: ['vendor'], vendor_id: 1 }
export const BOOKS = { user_id: 9, username: 'کتاب‌دار', roles: ['vendor'], vendor_id: 3 }
export const ADMIN = { user_id: 1, username: 'admin', roles: ['admin'] }

/** Somebody who uses the services without a page. */
export class Api {
  private constructor(
    private readonly endpoint: string,
    private readonly who: Record<string, string>,
    /** Of an account. */
    readonly token = '',
  ) {}

  static async of(endpoint: string, account: object): Promise<Api> {
    const nobody = new Api(endpoint, {})
    const { token } = await nobody.post<{ token: string }>('/api/dev/token/', account)
    return new Api(endpoint, { Authorization: `Bearer ${token}` }, token)
  }

  static async guest(endpoint: string): Promise<Api> {
    const nobody = new Api(endpoint, {})
    const session = await nobody.post<{ session_id: string }>('/api/chat/guest-session/', {})
    return new Api(endpoint, { 'X-Guest-Session': session.session_id })
  }

  static nobody(endpoint: string): Api {
    return new Api(endpoint, {})
  }

  start(vendorId: number, productId: number | null, text?: string): Promise<RoomView> {
    const about = { vendor_id: vendorId, product_id: productId }
    return this.post('/api/chat/start/', { ...about, initial_message: text })
  }

  write(roomId: string, content: string): Promise<MessageView> {
    return this.post(`/api/chat/rooms/${roomId}/messages/`, { content })
  }

  async rooms(): Promise<RoomView[]> {
    return this.get('/api/chat/rooms/')
  }

  /** The vendor's conversation about a product, once its read model has it. */
  async roomAbout(productId: number): Promise<string> {
    for (;;) {
      const { results } = await this.get<{ results: RoomView[] }>(
        `/api/chat/vendor/rooms/?product_id=${productId}`,
      )
      if (results[0] !== undefined) return results[0].room_id
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  /** Everything that was said in a room, as the read model has it. */
  async said(roomId: string): Promise<string[]> {
    const texts: string[] = []
    for (let after = 0; ;) {
      const page = await this.get<RoomHistoryView>(
        `/api/chat/rooms/${roomId}/events/?after_seq=${after}&limit=1000`,
      )
      for (const { seq, type, data } of page.results) {
        after = seq
        if (type === 'parley.room.message_sent.v1')
          texts.push((data as { content: string }).content)
      }
      if (!page.more) return texts
    }
  }

  get<T>(path: string): Promise<T> {
    return this.ask('GET', path)
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.ask('POST', path, body)
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.endpoint + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID() }),
        ...this.who,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
}
