import type { MarketplaceId, Product, Role } from '../protocol'

/** The demo marketplace of the standalone start. */
export interface Market {
  vendors: { id: MarketplaceId; name: string; products: Product[] }[]
  accounts: Account[]
}

export interface Account {
  user_id: MarketplaceId
  username: string
  roles: Role[]
  vendor_id?: MarketplaceId | null
}

export async function market(): Promise<Market> {
  const response = await fetch('/api/dev/marketplace/')
  if (!response.ok) throw new Error(response.statusText)
  return (await response.json()) as Market
}

/** A token as the marketplace would give it: the standalone start gives anybody one. */
export async function tokenFor({ user_id, username, roles, vendor_id }: Account): Promise<string> {
  const response = await fetch('/api/dev/token/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user_id, username, roles, vendor_id }),
  })
  if (!response.ok) throw new Error(response.statusText)
  return ((await response.json()) as { token: string }).token
}
