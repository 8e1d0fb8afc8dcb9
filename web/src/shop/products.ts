import type { Market } from '../page/market'
import type { Product } from '../protocol'
import { element } from './elements'
import { priceOf, text } from './language'

type Vendor = Market['vendors'][number]

/** All vendors and what they sell. */
export function shops({ vendors }: Market): HTMLElement[] {
  return vendors.flatMap((vendor) => {
    const list = element('ul', '', { class: 'products' })
    for (const product of vendor.products) {
      const item = element('li')
      const title = element('h3')
      title.append(element('a', product.title ?? '', { href: product.url ?? '#', dir: 'auto' }))
      item.append(
        picture(product),
        title,
        element('span', priceOf(product.price)),
        button(vendor, product),
      )
      list.append(item)
    }
    return [named('h2', vendor), list]
  })
}

/** What a page about one product shows. */
export function productPage(
  { vendors }: Market,
  id: string,
): { title: string; content: HTMLElement[] } {
  const all = element('a', text.all, { href: '/shop/' })
  for (const vendor of vendors) {
    const product = vendor.products.find((each) => String(each.id) === id)
    if (product === undefined) continue
    const details = element('div', '', { class: 'details' })
    details.append(
      named('p', vendor),
      element('p', priceOf(product.price), { class: 'price' }),
      button(vendor, product),
    )
    const article = element('article', '', { class: 'product' })
    article.append(picture(product), details)
    return { title: product.title ?? '', content: [article, all] }
  }
  return { title: text.unknown, content: [all] }
}

/** A name in its own direction, on the side where the page's lines begin. */
function named(tag: 'h2' | 'p', { name }: Vendor): HTMLElement {
  const made = element(tag)
  made.append(element('bdi', name))
  return made
}

function picture({ image_url }: Product): HTMLElement {
  return image_url === null
    ? element('span')
    : element('img', '', { src: image_url, alt: '', width: '160', height: '120' })
}

function button({ id }: Vendor, product: Product): HTMLElement {
  return element('parley-product-button' as 'div', '', {
    'vendor-id': String(id),
    'product-id': String(product.id),
  })
}
