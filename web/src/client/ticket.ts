import type { Credentials } from './credentials'
import type { Http } from './http'
import { HttpProblem } from './http'
import type { Dial } from './line'

interface Ticket {
  ticket: string
  expires_at: string
}

/** Where to connect, and as whom. Addresses are written to logs, so what is in this one holds for
 * one connection and some seconds: each gets a ticket of its own. A server that gives none is told
 * in the socket's first frame who it is.
 *
 * @param renewed when the credentials given last do not hold
 * @returns `refused` when these do not either */
export async function dial(
  http: Http,
  credentials: Credentials,
  address: string,
  renewed: boolean,
): Promise<Dial | 'refused'> {
  await credentials.establish(http, renewed)
  try {
    const { ticket } = await http.command<Ticket>({
      method: 'POST',
      path: '/api/chat/ws-ticket/',
      tries: 1,
    })
    return { url: `${address}?ticket=${encodeURIComponent(ticket)}` }
  } catch (problem) {
    const status = problem instanceof HttpProblem ? problem.status : undefined
    if (status === 401) return 'refused'
    if (status !== 404) throw problem
    return { url: address, first: JSON.stringify(credentials.greeting()) }
  }
}
