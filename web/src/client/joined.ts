import type { ClientFrame, OtherEvent, ServerFrame, Uuid } from '../protocol'

/** What a socket says. */
export type Heard = ServerFrame | OtherEvent

/** Frames that tell a room's sequence, and are no event of it. */
const ABOUT = ['joined', 'resync', 'room_updated'] as const

/** A frame that is one event of a room: all that have a place in its sequence. */
export type RoomFrame = Exclude<
  Extract<Heard, { room_id: Uuid; seq: number }>,
  { type: (typeof ABOUT)[number] }
>

export function isRoomFrame(frame: Heard): frame is RoomFrame {
  return 'room_id' in frame && 'seq' in frame && !(ABOUT as readonly string[]).includes(frame.type)
}

interface Joined {
  /** The sequence up to which everything was passed on. */
  last: number | undefined
  /** The room's newest sequence when it was joined; undefined while that is on its way. */
  target: number | undefined
}

/** Which rooms this client is in, and how far each has been heard: every event is passed on once
 * and in order, and what is missing is asked for. */
export class JoinedRooms {
  private readonly rooms = new Map<Uuid, Joined>()

  /** @param send false when there is no connection; then {@link rejoin} comes later
   * @param live a room is heard completely, from now on */
  constructor(
    private readonly send: (frame: ClientFrame) => boolean,
    private readonly live: (roomId: Uuid) => void,
  ) {}

  has(roomId: Uuid): boolean {
    return this.rooms.has(roomId)
  }

  isLive(roomId: Uuid): boolean {
    const room = this.rooms.get(roomId)
    return room?.target !== undefined && room.last !== undefined && room.last >= room.target
  }

  /** Hears a room from `after` on, or from now on. */
  join(roomId: Uuid, after?: number): void {
    if (this.rooms.has(roomId)) return
    const room: Joined = { last: after, target: undefined }
    this.rooms.set(roomId, room)
    this.ask(roomId, room)
  }

  leave(roomId: Uuid): void {
    if (this.rooms.delete(roomId)) this.send({ type: 'leave_room', room_id: roomId })
  }

  /** The connection is new. */
  rejoin(): void {
    for (const [roomId, room] of this.rooms) this.ask(roomId, room)
  }

  /** The connection is gone. */
  lost(): void {
    for (const room of this.rooms.values()) room.target = undefined
  }

  /** A join was not answered: asks again when it is still wanted. */
  again(roomId: Uuid): void {
    const room = this.rooms.get(roomId)
    if (room !== undefined && room.target === undefined) this.ask(roomId, room)
  }

  /** Some frame was dropped, perhaps a join. */
  unanswered(): void {
    for (const roomId of this.rooms.keys()) this.again(roomId)
  }

  /** The server says that this room is not ours. */
  forget(roomId: Uuid): void {
    this.rooms.delete(roomId)
  }

  joined(roomId: Uuid, seq: number): void {
    const room = this.rooms.get(roomId)
    if (room === undefined) return
    room.last ??= seq
    room.target = seq
    if (room.last >= seq) this.live(roomId)
  }

  resync(roomId: Uuid, seq: number): void {
    const room = this.rooms.get(roomId)
    if (room === undefined) return
    room.last = seq
    room.target ??= seq
    this.live(roomId)
  }

  /** Whether this frame is the next one of a room, to be passed on. */
  takes({ room_id: roomId, seq }: RoomFrame): boolean {
    const room = this.rooms.get(roomId)
    if (room === undefined) return true
    if (room.target === undefined || room.last === undefined || seq <= room.last) return false
    if (seq > room.last + 1) {
      room.target = undefined
      this.ask(roomId, room)
      return false
    }
    room.last = seq
    if (seq === room.target) this.live(roomId)
    return true
  }

  private ask(roomId: Uuid, room: Joined): void {
    room.target = undefined
    const after = room.last === undefined ? {} : { after_seq: room.last }
    this.send({ type: 'join_room', room_id: roomId, ...after })
  }
}
