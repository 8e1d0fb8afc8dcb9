/** The window that opened this page or holds it in a frame, and signs it in. */
export interface Embedder {
  /** Asks for a token, a fresh one when `renewed`; rejects when no answer comes in time. */
  ask(renewed: boolean): Promise<string>
}

const ANSWER_WITHIN = 10_000

/** The embedder of this window, when it has one; only one of our own origin is told anything or
 * listened to. It is asked with `{type: 'parley.token_wanted', renewed}` and answers with
 * `{type: 'parley.token', token}`; it may send a token unasked, too.
 *
 * @param given hears every token */
export function embedderOf(own: Window, given: (token: string) => void): Embedder | undefined {
  const opener = own.opener as Window | null
  const other = opener ?? (own.parent === own ? null : own.parent)
  if (other === null) return undefined
  own.addEventListener('message', (message) => {
    const token = tokenIn(own, other, message)
    if (token !== undefined) given(token)
  })
  return {
    ask: (renewed) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer)
          own.removeEventListener('message', hear)
        }
        const hear = (message: MessageEvent<unknown>) => {
          const token = tokenIn(own, other, message)
          if (token === undefined) return
          stop()
          resolve(token)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error('The embedding window gave no token.'))
        }, ANSWER_WITHIN)
        own.addEventListener('message', hear)
        other.postMessage({ type: 'parley.token_wanted', renewed }, own.location.origin)
      }),
  }
}

function tokenIn(own: Window, other: Window, message: MessageEvent<unknown>): string | undefined {
  const { origin, source, data } = message
  if (origin !== own.location.origin || source !== other) return undefined
  const said = data as { type?: unknown; token?: unknown } | null
  return said?.type === 'parley.token' && typeof said.token === 'string' ? said.token : undefined
}
