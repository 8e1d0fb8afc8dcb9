import type { ClientSendMessage, Uuid } from '../protocol'
import { PATIENT, wait } from './backoff'
import type { Environment } from './environment'

/** What was written and is not in the log yet, as far as we know. */
export interface Letter {
  roomId: Uuid
  clientMessageId: Uuid
  content: string
  /** The room's sequence that was known when it was written: it can only be after that. */
  afterSeq: number
}

type Progress = 'waiting' | 'sent' | 'unsure'

interface Kept {
  letter: Letter
  progress: Progress
  /** Whether the server may have got it. */
  tried: boolean
  attempt: number
}

/** How many letters may wait. */
export const OUTBOX_SIZE = 200

/** Codes of errors that pass by themselves. */
const PASSING = new Set(['unavailable', 'overloaded', 'rate_limited', 'internal_error'])

export interface OutboxPorts {
  /** False when there is no connection. */
  send(frame: ClientSendMessage): boolean
  /** Whether what is sent to this room now will be seen to arrive. */
  isLive(roomId: Uuid): boolean
  /** The sequence of a letter's message in the room's history; undefined when it is not there. */
  find(letter: Letter): Promise<number | undefined>
  acknowledged(letter: Letter, seq: number): void
  failed(letter: Letter, code: string): void
}

/** Sends what is written, in order and once: a letter keeps its `client_message_id`, by which the
 * server knows a repeated one, until it is seen in the room or refused.
 *
 * The server remembers these ids for some minutes only. So after a connection was lost nothing is
 * sent again before the room has been caught up with, and what was missed there is looked up. */
export class Outbox {
  private readonly kept = new Map<Uuid, Kept>()

  constructor(
    private readonly environment: Environment,
    private readonly ports: OutboxPorts,
  ) {}

  get size(): number {
    return this.kept.size
  }

  post(letter: Letter): void {
    if (this.kept.has(letter.clientMessageId)) return
    if (this.kept.size >= OUTBOX_SIZE) {
      this.ports.failed(letter, 'outbox_full')
      return
    }
    this.kept.set(letter.clientMessageId, {
      letter,
      progress: 'waiting',
      tried: false,
      attempt: 0,
    })
    this.flush(letter.roomId)
  }

  /** Sends a letter that failed once more, unless it is found to have arrived after all. */
  async retry(letter: Letter): Promise<void> {
    if (this.kept.has(letter.clientMessageId)) return
    const kept: Kept = { letter, progress: 'unsure', tried: true, attempt: 0 }
    this.kept.set(letter.clientMessageId, kept)
    await this.lookUp(kept)
    this.flush(letter.roomId)
  }

  /** The room is heard completely: sends what waits for it. */
  flush(roomId: Uuid): void {
    for (const kept of this.kept.values()) {
      if (kept.letter.roomId !== roomId) continue
      if (kept.progress === 'unsure') return
      if (kept.progress === 'waiting' && !this.sendNow(kept)) return
    }
  }

  /** The connection is gone: what was under way may have arrived or not. */
  lost(): void {
    for (const kept of this.kept.values()) {
      if (kept.progress === 'sent') kept.progress = 'waiting'
    }
  }

  /** Part of the room's history was passed over: looks there for what may have arrived. */
  async resynced(roomId: Uuid): Promise<void> {
    for (const kept of [...this.kept.values()]) {
      if (kept.letter.roomId === roomId && kept.tried) {
        kept.progress = 'unsure'
        await this.lookUp(kept)
      }
    }
    this.flush(roomId)
  }

  /** A message of ours is in the log. */
  acknowledge(clientMessageId: Uuid, seq: number): void {
    const kept = this.kept.get(clientMessageId)
    if (kept !== undefined && this.kept.delete(clientMessageId)) {
      this.ports.acknowledged(kept.letter, seq)
    }
  }

  /** The server did not take a message. What passes is tried again after `retryAfter` seconds. */
  refused(clientMessageId: Uuid, code: string, retryAfter: number | undefined): void {
    const kept = this.kept.get(clientMessageId)
    if (kept === undefined) return
    if (PASSING.has(code)) {
      this.again(kept, retryAfter)
    } else {
      this.kept.delete(clientMessageId)
      this.ports.failed(kept.letter, code)
    }
  }

  /** Nothing can be sent to this room any more. */
  forsake(roomId: Uuid, code: string): void {
    for (const { letter } of this.kept.values()) {
      if (letter.roomId !== roomId) continue
      this.kept.delete(letter.clientMessageId)
      this.ports.failed(letter, code)
    }
  }

  /** Some frame was dropped, and the server cannot say which. */
  slowDown(retryAfter: number | undefined): void {
    for (const kept of this.kept.values()) {
      if (kept.progress === 'sent') this.again(kept, retryAfter)
    }
  }

  private again(kept: Kept, retryAfter = 0): void {
    kept.progress = 'sent'
    const more = wait(kept.attempt++, () => this.environment.random(), PATIENT)
    const { roomId, clientMessageId } = kept.letter
    this.environment.after(retryAfter * 1_000 + more, () => {
      if (this.kept.get(clientMessageId) !== kept || kept.progress !== 'sent') return
      kept.progress = 'waiting'
      this.flush(roomId)
    })
  }

  private sendNow(kept: Kept): boolean {
    const { roomId, clientMessageId, content } = kept.letter
    const sent =
      this.ports.isLive(roomId) &&
      this.ports.send({
        type: 'send_message',
        room_id: roomId,
        content,
        client_message_id: clientMessageId,
      })
    if (sent) {
      kept.progress = 'sent'
      kept.tried = true
    }
    return sent
  }

  private async lookUp(kept: Kept): Promise<void> {
    try {
      const seq = await this.ports.find(kept.letter)
      if (kept.progress !== 'unsure') return
      if (seq === undefined) kept.progress = 'waiting'
      else this.acknowledge(kept.letter.clientMessageId, seq)
    } catch {
      if (kept.progress !== 'unsure' || !this.kept.delete(kept.letter.clientMessageId)) return
      this.ports.failed(kept.letter, 'unavailable')
    }
  }
}
