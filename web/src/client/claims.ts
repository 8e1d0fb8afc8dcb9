import type { MarketplaceId, Role } from '../protocol'

/** What a token of the marketplace says of its account; nobody has proved it to us. */
export interface Claims {
  sub: string
  username?: string
  roles?: Role[]
  vendor_id?: MarketplaceId
}

/** Undefined for what is no token with a subject: it may be good all the same. */
export function claimsOf(token: string | null): Claims | undefined {
  const [, part = ''] = token?.split('.') ?? []
  try {
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Claims>
    return typeof claims.sub === 'string' ? (claims as Claims) : undefined
  } catch {
    return undefined
  }
}
