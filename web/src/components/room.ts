import type { Reader, RoomState } from '../store'
import type { Language } from './i18n'

/** What a conversation is called: its product or, for the shop, who asks. */
export function titleOf({ view }: RoomState, { role }: Reader, { t }: Language): string {
  const buyer = view.participants.find((person) => ['buyer', 'guest'].includes(person.role))
  const product = view.product?.title
  if (role === 'buyer') return product ?? t('direct_conversation')
  return [buyer?.username, product]
    .filter((part) => part !== null && part !== undefined)
    .join(' · ')
}
