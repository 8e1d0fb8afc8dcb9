/** Milliseconds: the longest wait before the first retry, and before any. */
export interface Backoff {
  first: number
  most: number
}

/** Reconnecting and retrying. */
export const PATIENT: Backoff = { first: 1_000, most: 30_000 }

/** How long to wait before retry number `attempt` (0, 1, 2, …): full jitter, so that clients who
 * lost the same server do not come back together. */
export function wait(attempt: number, random: () => number, { first, most }: Backoff): number {
  return Math.floor(random() * Math.min(most, first * 2 ** Math.min(attempt, 30)))
}
