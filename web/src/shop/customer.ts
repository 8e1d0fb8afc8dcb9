import { tokenFor } from '../page/market'
import type { Account, Market } from '../page/market'
import { element, place } from './elements'
import { text } from './language'

const KEPT = 'parley.shop.account'

/** Lets the visitor be a guest or one of the buyers; the widget has whoever it is. */
export async function chooseCustomer(chat: HTMLElement, { accounts }: Market): Promise<void> {
  const select = place('account') as HTMLSelectElement
  const buyers = new Map(
    accounts
      .filter(({ roles }) => roles.includes('buyer'))
      .map((account) => [String(account.user_id), account]),
  )
  select.append(
    element('option', text.guest, { value: '' }),
    ...[...buyers].map(([value, { username }]) => element('option', username, { value })),
  )
  const become = async () => {
    sessionStorage.setItem(KEPT, select.value)
    await signIn(chat, buyers.get(select.value))
  }
  select.value = sessionStorage.getItem(KEPT) ?? ''
  select.addEventListener('change', () => void become())
  if (select.value !== '') await become()
}

async function signIn(chat: HTMLElement, account: Account | undefined): Promise<void> {
  if (account === undefined) chat.removeAttribute('token')
  else chat.setAttribute('token', await tokenFor(account))
}
