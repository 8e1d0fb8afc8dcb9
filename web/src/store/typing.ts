import type { Environment } from '../client'
import type { Uuid } from '../protocol'

/** A sign is repeated while somebody goes on typing, and taken back when they pause; in ms. */
const REPEAT = 2_500
const PAUSE = 4_000

/** Tells others that we type, no more often than needed. */
export class TypingSigns {
  private readonly last = new Map<Uuid, number>()
  private readonly stops = new Map<Uuid, () => void>()

  constructor(
    private readonly environment: Environment,
    private readonly tell: (roomId: Uuid, on: boolean) => void,
  ) {}

  set(roomId: Uuid, on: boolean): void {
    this.stops.get(roomId)?.()
    if (!on) return this.end(roomId)
    this.stops.set(
      roomId,
      this.environment.after(PAUSE, () => this.end(roomId)),
    )
    const now = this.environment.now()
    if (now - (this.last.get(roomId) ?? -Infinity) < REPEAT) return
    this.last.set(roomId, now)
    this.tell(roomId, true)
  }

  private end(roomId: Uuid): void {
    if (this.last.delete(roomId)) this.tell(roomId, false)
  }
}
