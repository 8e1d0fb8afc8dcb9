/** Whose token this is: equal for the tokens of one account, whenever they were made. */
export function accountOf(token: string | null): string | null {
  const [, claims = ''] = token?.split('.') ?? []
  try {
    const bytes = Uint8Array.from(atob(claims.replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const { sub } = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown }
    return typeof sub === 'string' ? sub : token
  } catch {
    return token
  }
}
