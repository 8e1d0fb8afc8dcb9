import type { AdminApi, ChatClient, News, RoomFrame, Told } from '../client'
import type { Person, Uuid } from '../protocol'

/** Where a room's events come from, and how we hear that there are more. */
export interface Source {
  /** Events after `after`, oldest first, and the room's newest sequence. */
  page(after: number, limit: number): Promise<{ events: Told[]; upTo: number; newest: number }>
  /** Hears the room until the returned function is called: whole events, or that there are more
   * up to a sequence, or perhaps. */
  watch(heard: (news: Watched) => void): () => void
}

export type Watched = { event: Told } | { newest: number } | 'perhaps'

/** A conversation, heard over the socket without a word from us: nothing that a reader's page
 * says (typing, how far it is read) is said here. */
export class ConversationSource implements Source {
  constructor(
    private readonly client: ChatClient,
    private readonly roomId: Uuid,
    private readonly listen: (listener: (news: News) => void) => () => void,
  ) {}

  async page(after: number, limit: number) {
    const { results, seq, more } = await this.client.api.history(this.roomId, after, limit)
    const upTo = more ? (results.at(-1)?.seq ?? after) : seq
    return { events: results, upTo, newest: seq }
  }

  watch(heard: (news: Watched) => void): () => void {
    const stop = this.listen((news) => {
      if (news.type !== 'frame' || !('seq' in news.frame)) return
      const { frame } = news
      if (frame.room_id !== this.roomId) return
      const event = toldOf(frame as RoomFrame)
      heard(event === undefined ? { newest: frame.seq } : { event })
    })
    this.client.join(this.roomId)
    return () => {
      stop()
      this.client.leave(this.roomId)
    }
  }
}

/** A public room. Who hears it over a socket is a visitor whom everybody sees, so we ask. */
export class PublicSource implements Source {
  /** @param often runs a task every few seconds, until the returned function is called */
  constructor(
    private readonly api: AdminApi,
    private readonly roomId: Uuid,
    private readonly often: (task: () => void) => () => void,
  ) {}

  async page(after: number, limit: number) {
    const { events, seq } = await this.api.publicHistory(this.roomId, after, Math.min(limit, 200))
    const last = events.at(-1)?.seq ?? seq
    const upTo = events.length < Math.min(limit, 200) ? Math.max(last, seq) : last
    return { events, upTo, newest: seq }
  }

  watch(heard: (news: Watched) => void): () => void {
    return this.often(() => heard('perhaps'))
  }
}

/** The event that a live frame tells, where it tells all of it. */
export function toldOf(frame: RoomFrame): Told | undefined {
  if (frame.type !== 'message') return undefined
  const { seq, message_id, content, message_type, file_url, role } = frame
  const sender: Person = {
    role,
    account_id: frame.sender,
    guest_id: frame.guest_id,
    username: frame.sender_username,
  }
  const data = { message_id, sender, content, message_type, file_url }
  return { seq, type: 'parley.room.message_sent.v1', time: frame.created_at, data }
}
