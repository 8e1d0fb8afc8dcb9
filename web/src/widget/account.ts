import { claimsOf } from '../client'

/** Whose token this is: equal for the tokens of one account, whenever they were made. */
export function accountOf(token: string | null): string | null {
  return claimsOf(token)?.sub ?? token
}
