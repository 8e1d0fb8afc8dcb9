import { expect, test } from 'vitest'
import { accountOf } from './account'

const token = (claims: object) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`

test('a fresh token is of the same account', () => {
  const claims = { sub: 'فروشگاه-۱', username: 'سارا' }
  expect(accountOf(token({ ...claims, exp: 1 }))).toBe('فروشگاه-۱')
  expect(accountOf(token({ ...claims, exp: 2 }))).toBe('فروشگاه-۱')
})

test('what is no token with a subject is an account of its own', () => {
  expect(accountOf('opaque')).toBe('opaque')
  expect(accountOf(token({ name: 'x' }))).toBe(token({ name: 'x' }))
  expect(accountOf(null)).toBeNull()
})
