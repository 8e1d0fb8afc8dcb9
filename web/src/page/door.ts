import { embedderOf } from './embedder'
import { market, tokenFor } from './market'
import type { Door } from './signIn'

/** The way into a page in a browser. Nothing of a token is ever in an address.
 *
 * @param page keeps its token apart from those of other pages
 * @param given hears what the embedding window gives unasked */
export function browserDoor(page: string, given: (token: string) => void): Door {
  const key = `parley.token.${page}`
  const embedder = embedderOf(window, given)
  return {
    kept: () => quietly(() => sessionStorage.getItem(key)) ?? null,
    keep: (token) =>
      quietly(() =>
        token === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, token),
      ),
    accounts: async () => (await market()).accounts,
    tokenFor,
    ask: embedder?.ask,
  }
}

/** A browser may refuse to keep anything; then it is kept in memory only. */
function quietly<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}
