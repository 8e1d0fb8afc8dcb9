import { readServerFrame } from '../protocol'
import type { ClientAuthenticate, ClientFrame } from '../protocol'
import { PATIENT, wait } from './backoff'
import { reactionTo } from './closing'
import type { Environment, Wire } from './environment'
import type { Heard } from './joined'

/** `waiting` until `retryAt` (milliseconds since 1970), then connecting again by itself; `refused`
 * when the credentials do not hold, `closed` when nobody wants to be connected. */
export type ConnectionState =
  { is: 'closed' | 'connecting' | 'open' | 'refused' } | { is: 'waiting'; retryAt: number }

export interface SocketListener {
  state(state: ConnectionState): void
  frame(frame: Heard): void
}

const SOON = { first: 2_000, most: 2_000 }
const LATER = { first: 30_000, most: 60_000 }

/** Silence after which we ask whether the other end is there, and for the answer, in ms. */
const SILENCE = 25_000
const ANSWER = 10_000

/** Renewals of the credentials in a row after which they count as refused. */
const RENEWALS = 2

/** One connection to the marketplace's socket, made again whenever it is lost. */
export class ChatSocket {
  private wire: Wire | null = null
  private attempt = 0
  private renewals = 0
  private stopTimer: () => void = () => {}
  private stopOnline: () => void = () => {}
  private current: ConnectionState = { is: 'closed' }

  /** @param greeting who is asking; `renewed` when the credentials given last do not hold */
  constructor(
    private readonly environment: Environment,
    private readonly url: string,
    private readonly greeting: (renewed: boolean) => Promise<ClientAuthenticate>,
    private readonly listener: SocketListener,
  ) {}

  get state(): ConnectionState {
    return this.current
  }

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

  /** False when there is no connection to send it by. */
  send(frame: ClientFrame): boolean {
    if (this.wire === null || this.current.is !== 'open') return false
    this.wire.send(JSON.stringify(frame))
    return true
  }

  private connect(renewed: boolean): void {
    this.let()
    this.to({ is: 'connecting' })
    const turn = this.turn
    this.greeting(renewed).then(
      (greeting) => {
        if (turn === this.turn) this.dial(greeting)
      },
      () => {
        if (turn === this.turn) this.retry(PATIENT)
      },
    )
  }

  private dial(greeting: ClientAuthenticate): void {
    const wire = this.environment.openSocket(this.url)
    this.wire = wire
    wire.onopen = () => wire.send(JSON.stringify(greeting))
    wire.onmessage = ({ data }) => this.hear(String(data))
    wire.onclose = ({ code }) => this.lost(code)
    this.listen()
  }

  private hear(text: string): void {
    this.listen()
    const frame = readServerFrame(text)
    if (frame === undefined) return
    if (frame.type === 'connection_established') {
      this.attempt = 0
      this.renewals = 0
      this.to({ is: 'open' })
    }
    this.listener.frame(frame)
  }

  /** A connection that was cut without a word is found out by asking. */
  private listen(): void {
    this.stopTimer()
    this.stopTimer = this.environment.after(SILENCE, () => {
      this.send({ type: 'ping' })
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
        return this.close()
    }
  }

  private retry(backoff: typeof PATIENT): void {
    this.let()
    const ms = wait(this.attempt++, () => this.environment.random(), backoff)
    this.stopTimer = this.environment.after(ms, () => this.connect(false))
    this.to({ is: 'waiting', retryAt: this.environment.now() + ms })
  }

  private turn = 0

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
