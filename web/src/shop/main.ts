import { market, tokenFor } from '../page/market'
import type { Account, Market } from '../page/market'
import texts from './texts.json'

/** A shop's page without any framework: what a shop adds is one script and two elements. */
type Language = keyof typeof texts

const asked = new URLSearchParams(location.search).get('lang')
const language: Language =
  asked !== null && Object.hasOwn(texts, asked) ? (asked as Language) : 'fa'
const text = texts[language]
const numbers = new Intl.NumberFormat({ fa: 'fa-IR', bn: 'bn-BD', en: 'en' }[language])

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  content: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.textContent = content
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function place(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`There is no ${id}.`)
  return found
}

function shops({ vendors }: Market): HTMLElement[] {
  return vendors.flatMap(({ id, name, products }) => {
    const list = element('ul', '', { class: 'products' })
    for (const product of products) {
      const item = element('li', '')
      const price =
        typeof product.price === 'number' ? numbers.format(product.price) : product.price
      const button = document.createElement('parley-product-button')
      button.setAttribute('vendor-id', String(id))
      button.setAttribute('product-id', String(product.id))
      item.append(
        element('h3', product.title ?? '', { dir: 'auto' }),
        element('span', price ?? ''),
        button,
      )
      list.append(item)
    }
    return [element('h2', name, { dir: 'auto' }), list]
  })
}

function accounts(chat: HTMLElement, { accounts: all }: Market): void {
  const select = place('account') as HTMLSelectElement
  const buyers = all.filter(({ roles }) => roles.includes('buyer'))
  select.append(
    new Option(text.guest, ''),
    ...buyers.map(({ username }, i) => new Option(username, String(i))),
  )
  select.addEventListener('change', () => {
    const account = buyers[Number(select.value)]
    if (select.value === '' || account === undefined) chat.removeAttribute('token')
    else void signIn(chat, account)
  })
}

async function signIn(chat: HTMLElement, account: Account): Promise<void> {
  chat.setAttribute('token', await tokenFor(account))
}

async function show(): Promise<void> {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  document.title = text.title
  place('title').textContent = text.title
  place('account-label').textContent = text.account
  place('languages').append(
    ...Object.entries(texts).map(([tag, { name }]) =>
      element('a', name, {
        href: `?lang=${tag}`,
        lang: tag,
        ...(tag === language ? { 'aria-current': 'page' } : {}),
      }),
    ),
  )
  const chat = document.createElement('parley-chat')
  document.body.append(chat)
  try {
    const known = await market()
    accounts(chat, known)
    place('shops').replaceChildren(...shops(known))
  } catch {
    place('shops').replaceChildren(element('p', text.failed, { role: 'alert' }))
  }
}

void show()
