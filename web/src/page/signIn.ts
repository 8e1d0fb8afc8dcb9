import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { claimsOf } from '../client'
import type { Claims, TokenSource } from '../client'
import type { Role } from '../protocol'
import type { Account } from './market'

/** Who the page is used by, as long as nobody signs out. */
export interface PageSession {
  /** Undefined for a token that only the services can read. */
  claims: Claims | undefined
  /** For the client; rejects, and ends the session, when no fresh token can be had. */
  token: TokenSource
}

/** How far signing in has come. `nobody` to be chosen, `other` is an account of the wrong role. */
export type Standing =
  | { is: 'looking' }
  | { is: 'nobody' }
  | { is: 'choosing'; accounts: readonly Account[] }
  | { is: 'other'; name: string }
  | { is: 'in'; session: PageSession }

/** Where tokens come from. */
export interface Door {
  /** What this tab has kept. */
  kept(): string | null
  /** Null forgets it. */
  keep(token: string | null): void
  /** The accounts of the demo marketplace; rejects where there is none. */
  accounts(): Promise<readonly Account[]>
  /** A token for one of them. */
  tokenFor(account: Account): Promise<string>
  /** Asks the embedding window; undefined without one. */
  ask: ((renewed: boolean) => Promise<string>) | undefined
}

/** Signs a page in: with what its tab has kept, by its embedding window, or as a demo account. */
export class SignIn {
  readonly standing: ShallowRef<Standing> = shallowRef({ is: 'looking' })
  private token: string | null = null

  /** @param roles the accounts whose page this is have one of them */
  constructor(
    private readonly door: Door,
    private readonly roles: readonly Role[],
  ) {}

  async begin(): Promise<void> {
    const kept = this.door.kept()
    if (kept !== null) return this.enter(kept)
    this.door.ask?.(false).then(
      (token) => this.enter(token),
      () => undefined,
    )
    await this.offer()
  }

  /** As the account of this token. */
  enter(token: string): void {
    const claims = claimsOf(token)
    const roles = claims?.roles
    if (roles !== undefined && !roles.some((role) => this.roles.includes(role))) {
      this.standing.value = { is: 'other', name: claims?.username ?? claims?.sub ?? '' }
      return
    }
    const { value: before } = this.standing
    const known = before.is === 'in' && before.session.claims?.sub === claims?.sub
    this.token = token
    this.door.keep(token)
    if (known) return
    const session = { claims, token: (renewed: boolean) => this.current(renewed) }
    this.standing.value = { is: 'in', session }
  }

  async choose(account: Account): Promise<void> {
    this.enter(await this.door.tokenFor(account))
  }

  async leave(): Promise<void> {
    this.token = null
    this.door.keep(null)
    this.standing.value = { is: 'looking' }
    await this.offer()
  }

  private async offer(): Promise<void> {
    let accounts: readonly Account[] = []
    try {
      accounts = await this.door.accounts()
    } catch {
      // No demo marketplace: the embedding window signs in.
    }
    if (this.standing.value.is !== 'looking') return
    const fit = accounts.filter(({ roles }) => roles.some((role) => this.roles.includes(role)))
    this.standing.value = fit.length === 0 ? { is: 'nobody' } : { is: 'choosing', accounts: fit }
  }

  private async current(renewed: boolean): Promise<string> {
    if (renewed) {
      try {
        this.enter(await this.fresh())
      } catch (reason) {
        void this.leave()
        throw reason
      }
    }
    if (this.token === null) throw new Error('Nobody is signed in.')
    return this.token
  }

  private async fresh(): Promise<string> {
    try {
      if (this.door.ask !== undefined) return await this.door.ask(true)
    } catch {
      // Whoever opened this page did not sign it in.
    }
    const { sub, username = sub, roles, vendor_id = null } = claimsOf(this.token) ?? {}
    if (sub === undefined || username === undefined || roles === undefined) {
      throw new Error('There is nobody to ask.')
    }
    return this.door.tokenFor({ user_id: sub, username, roles, vendor_id })
  }
}
