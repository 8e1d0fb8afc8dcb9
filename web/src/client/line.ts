import { PATIENT, wait } from './backoff'
import type { Backoff } from './backoff'
import { reactionTo } from './closing'
import type { Environment, Wire } from './environment'

/** `waiting` until `retryAt` (milliseconds since 1970), then connecting again by itself; `refused`
 * when the credentials do not hold, `closed` when nobody wants to be connected. */
export type ConnectionState =
  { is: 'closed' | 'connecting' | 'open' | 'refused' } | { is: 'waiting'; retryAt: number }

/** Where to connect, and what to say first. */
export interface Dial {
  url: string
  first?: string
}

export interface LineListener {
  /** `renewed` when the credentials given last do not hold; `refused` when these do not either. */
  dial(renewed: boolean): Promise<Dial | 'refused'>
  state(state: ConnectionState): void
  text(text: string): void
  /** The server has ended it for good. */
  ended?(code: number): void
}

const SOON: Backoff = { first: 2_000, most: 2_000 }
const LATER: Backoff = { first: 30_000, most: 60_000 }

/** Silence after which we ask whether the other end is there, and for the answer, in ms. */
const SILENCE = 25_000
const ANSWER = 10_000

/** What a server closes with when it does not know us. */
const NOT_AUTHENTICATED = 4401

/** Renewals of the credentials in a row after which they count as refused. */
const RENEWALS = 2

/** One connection, made again whenever it is lost. */
export class Line {
  private wire: Wire | null = null
  /** Counts connections: what belongs to an earlier one is not heard. */
  private turn = 0
  private attempt = 0
  private renewals = 0
  private stopTimer: () => void = () => {}
  private stopOnline: () => void = () => {}
  private current: ConnectionState = { is: 'closed' }

  /** @param ping asks the other end for a sign of life; without one, silence is no reason to worry */
  constructor(
    private readonly environment: Environment,
    private readonly listener: LineListener,
    private readonly ping?: string,
  ) {}

  /** Connects, and stays so until it is closed. */
  open(): void {
    if (this.current.is !== 'closed' && this.current.is !== 'refused') return
    this.renewals = 0
    this.stopOnline()
    this.stopOnline = this.environment.whenOnline(() => this.hurry())
    this.connect(false)
  }

  close(): void {
    this.stopOnline()
    this.let()
    this.to({ is: 'closed' })
  }

  /** Waits no longer, when it is waiting. */
  hurry(): void {
    if (this.current.is === 'waiting') this.connect(false)
  }

  /** The other end has taken us in. */
  established(): void {
    this.attempt = 0
    this.renewals = 0
    if (this.current.is !== 'open') this.to({ is: 'open' })
  }

  /** False when there is no connection to send it by. */
  send(text: string): boolean {
    if (this.wire === null || this.current.is !== 'open') return false
    this.wire.send(text)
    return true
  }

  private connect(renewed: boolean): void {
    this.let()
    this.to({ is: 'connecting' })
    const turn = this.turn
    this.listener.dial(renewed).then(
      (dial) => {
        if (turn !== this.turn) return
        if (dial === 'refused') this.lost(NOT_AUTHENTICATED)
        else this.begin(dial)
      },
      () => {
        if (turn === this.turn) this.retry(PATIENT)
      },
    )
  }

  private begin({ url, first }: Dial): void {
    const wire = this.environment.openSocket(url)
    this.wire = wire
    wire.onopen = () => {
      if (first !== undefined) wire.send(first)
    }
    wire.onmessage = ({ data }) => {
      this.listen()
      this.listener.text(String(data))
    }
    wire.onclose = ({ code }) => this.lost(code)
    this.listen()
  }

  /** A connection that was cut without a word is found out by asking. */
  private listen(): void {
    this.stopTimer()
    const { ping } = this
    if (ping === undefined && this.current.is === 'open') return
    this.stopTimer = this.environment.after(SILENCE, () => {
      this.send(ping ?? '')
      this.stopTimer = this.environment.after(ANSWER, () => this.lost(1006))
    })
  }

  private lost(code: number): void {
    switch (reactionTo(code)) {
      case 'again':
        return this.retry(PATIENT)
      case 'soon':
        this.attempt = 0
        return this.retry(SOON)
      case 'later':
        return this.retry(LATER)
      case 'renew':
        if (this.renewals++ < RENEWALS) return this.connect(true)
        this.stopOnline()
        this.let()
        return this.to({ is: 'refused' })
      case 'end':
        this.close()
        return this.listener.ended?.(code)
    }
  }

  private retry(backoff: Backoff): void {
    this.let()
    const ms = wait(this.attempt++, () => this.environment.random(), backoff)
    this.stopTimer = this.environment.after(ms, () => this.connect(false))
    this.to({ is: 'waiting', retryAt: this.environment.now() + ms })
  }

  /** Lets go of the connection: nothing more is heard of it. */
  private let(): void {
    this.turn++
    this.stopTimer()
    const wire = this.wire
    this.wire = null
    if (wire === null) return
    wire.onopen = wire.onmessage = wire.onclose = null
    wire.onerror = () => {}
    wire.close()
  }

  private to(state: ConnectionState): void {
    this.current = state
    this.listener.state(state)
  }
}
