import { readServerFrame } from '../protocol'
import type { ClientFrame } from '../protocol'
import type { Environment } from './environment'
import type { Heard } from './joined'
import { Line } from './line'
import type { ConnectionState, Dial } from './line'

export type { ConnectionState } from './line'

export interface SocketListener {
  state(state: ConnectionState): void
  frame(frame: Heard): void
}

const PING: ClientFrame = { type: 'ping' }

/** The marketplace's socket: frames over a {@link Line}. */
export class ChatSocket {
  private readonly line: Line

  /** @param dial where to connect; `renewed` when the credentials given last do not hold */
  constructor(
    environment: Environment,
    dial: (renewed: boolean) => Promise<Dial | 'refused'>,
    private readonly listener: SocketListener,
  ) {
    const state = (state: ConnectionState) => listener.state(state)
    this.line = new Line(
      environment,
      { dial, state, text: (text) => this.hear(text) },
      JSON.stringify(PING),
    )
  }

  open(): void {
    this.line.open()
  }

  close(): void {
    this.line.close()
  }

  hurry(): void {
    this.line.hurry()
  }

  /** False when there is no connection to send it by. */
  send(frame: ClientFrame): boolean {
    return this.line.send(JSON.stringify(frame))
  }

  private hear(text: string): void {
    const frame = readServerFrame(text)
    if (frame === undefined) return
    if (frame.type === 'connection_established') this.line.established()
    this.listener.frame(frame)
  }
}
