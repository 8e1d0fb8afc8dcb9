import type { RoomView } from '../protocol'

/** The name of who asks; undefined in a room without anybody. */
export function buyerOf({ participants }: RoomView): string | undefined {
  const buyers = participants.filter(({ role }) => role === 'buyer' || role === 'guest')
  return (buyers.find(({ role }) => role === 'buyer') ?? buyers[0])?.username
}
