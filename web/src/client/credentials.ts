import type { ClientAuthenticate, GuestSession } from '../protocol'
import type { Environment } from './environment'
import type { Http } from './http'
import { HttpProblem } from './http'

const KEPT = 'parley.guest_session'

/** Whether somebody was a guest in this browser, and has not signed in since. */
export function knowsGuest({ keep }: Environment): boolean {
  return keep.get(KEPT) !== null
}

/** Gives the marketplace's token of whoever is signed in, or null for a guest. `renewed` says that
 * the one given last does not hold any more. */
export type TokenSource = (renewed: boolean) => string | null | Promise<string | null>

/** Who is asking: an account by its token, else a guest whose session is kept in this browser. */
export class Credentials {
  private token: string | null = null
  private guest: string | null = null

  constructor(
    private readonly environment: Environment,
    private readonly source: TokenSource,
  ) {}

  get isGuest(): boolean {
    return this.token === null
  }

  /** For a request. */
  headers(): Record<string, string> {
    if (this.token !== null) return { Authorization: `Bearer ${this.token}` }
    return this.guest === null ? {} : { 'X-Guest-Session': this.guest }
  }

  /** For a socket of a server that has no tickets. */
  greeting(): ClientAuthenticate {
    return this.token === null
      ? { type: 'authenticate', guest_session: this.guest }
      : { type: 'authenticate', token: this.token }
  }

  /** Gets a token, or for a guest a session: the kept one, or one that is opened now. A guest who
   * has signed in meanwhile takes its conversations along. */
  async establish(http: Http, renewed = false): Promise<void> {
    this.token = await this.source(renewed)
    this.guest = this.environment.keep.get(KEPT)
    if (this.token !== null) {
      await this.link(http)
    } else if (this.guest === null || (renewed && !(await this.holds(http)))) {
      this.guest = null
      const opened = await http.command<GuestSession>({
        method: 'POST',
        path: '/api/chat/guest-session/',
        body: {},
      })
      this.guest = opened.session_id
      this.environment.keep.set(KEPT, opened.session_id)
    }
  }

  private async holds(http: Http): Promise<boolean> {
    try {
      await http.get('/api/chat/guest-session/')
      return true
    } catch (problem) {
      if (problem instanceof HttpProblem && problem.status === 401) return false
      throw problem
    }
  }

  private async link(http: Http): Promise<void> {
    if (this.guest === null) return
    try {
      await http.command({
        method: 'POST',
        path: '/api/chat/link-guest-session/',
        body: { guest_session_id: this.guest },
      })
    } catch (problem) {
      // Somebody else's by now, or nobody's: not ours to take along.
      const gone = problem instanceof HttpProblem && [404, 409].includes(problem.status)
      if (!gone) throw problem
    }
    this.guest = null
    this.environment.keep.remove(KEPT)
  }
}
