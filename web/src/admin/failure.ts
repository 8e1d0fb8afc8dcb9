import { HttpProblem } from '../client'
import type { TextKey } from './texts'

/** What to say of something that was not done. */
export function wordsFor(failure: unknown): TextKey {
  if (!(failure instanceof HttpProblem)) return 'failure_other'
  switch (failure.status) {
    case 0:
      return 'failure_network'
    case 400:
    case 409:
    case 413:
    case 415:
      return 'failure_refused'
    case 401:
      return 'failure_signed_out'
    case 403:
      return 'failure_forbidden'
    case 404:
      return 'failure_gone'
    case 429:
      return 'failure_often'
    case 503:
      return 'failure_unavailable'
    default:
      return 'failure_other'
  }
}
