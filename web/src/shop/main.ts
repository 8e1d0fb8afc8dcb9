import { market } from '../page/market'
import { chooseCustomer } from './customer'
import { element, place } from './elements'
import { language, languages, speak, text } from './language'
import { productPage, shops } from './products'

/** A shop's pages without any framework: what a shop adds is one script and two elements. */
async function show(): Promise<void> {
  speak()
  const [, asked] = /^\/products\/([^/]+)/.exec(location.pathname) ?? []
  title(text.title)
  place('account-label').textContent = text.account
  place('languages').append(
    ...languages.map(({ tag, name }) =>
      element('a', name, {
        href: `?lang=${tag}`,
        lang: tag,
        ...(tag === language ? { 'aria-current': 'page' } : {}),
      }),
    ),
  )
  const chat = element('parley-chat' as 'div', '', { 'title-count': '' })
  try {
    const known = await market()
    const product = asked === undefined ? undefined : productPage(known, asked)
    if (product !== undefined) title(product.title)
    place('shops').replaceChildren(...(product?.content ?? shops(known)))
    await chooseCustomer(chat, known)
  } catch {
    place('shops').replaceChildren(element('p', text.failed, { role: 'alert' }))
  }
  document.body.append(chat)
}

function title(name: string): void {
  document.title = name
  place('title').textContent = name
}

void show()
