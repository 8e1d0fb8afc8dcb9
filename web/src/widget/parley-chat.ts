import { languageOf, localeOf } from '../components'
import type { ChatNews } from '../components'
import { accountOf } from './account'
import ChatWidget from './ChatWidget.vue'
import { VueElement } from './element'
import ProductChatButton from './ProductChatButton.vue'

/** `<parley-chat endpoint token locale dir position scheme title-count notifications>`: the widget.
 * Instead of the attribute `token`, which is of no use once it has expired, a page may set the
 * property `getToken`. It tells of unread messages as they come by the event `parley-message`. */
export class ParleyChat extends VueElement {
  static readonly observedAttributes = [
    'endpoint',
    'token',
    'locale',
    'dir',
    'position',
    'scheme',
    'title-count',
    'notifications',
  ]

  protected readonly component = ChatWidget

  /** Gives a token of the marketplace, a fresh one when `renewed`; null for a guest. */
  getToken: ((renewed: boolean) => string | null | Promise<string | null>) | undefined

  protected propsNow(): Record<string, unknown> {
    return {
      endpoint: this.text('endpoint')?.replace(/\/+$/, ''),
      token: (renewed: boolean) =>
        this.getToken === undefined ? this.getAttribute('token') : this.getToken(renewed),
      account:
        accountOf(this.getAttribute('token')) ?? (this.getToken === undefined ? null : 'property'),
      locale: this.locale,
      dir: this.direction,
      scheme: this.scheme,
      position: this.text('position') === 'start' ? 'start' : 'end',
      titleCount: this.hasAttribute('title-count'),
      notifications: this.hasAttribute('notifications'),
      onNews: (detail: ChatNews) =>
        this.dispatchEvent(new CustomEvent('parley-message', { detail, bubbles: true })),
    }
  }
}

/** `<parley-product-button vendor-id product-id>`: begins a conversation about a product. */
export class ParleyProductButton extends VueElement {
  static readonly observedAttributes = ['vendor-id', 'product-id', 'locale', 'dir', 'scheme']

  protected readonly component = ProductChatButton

  protected propsNow(): Record<string, unknown> {
    return {
      vendorId: this.text('vendor-id') ?? '',
      productId: this.getAttribute('product-id'),
      locale: this.locale,
      dir: this.direction,
      scheme: this.scheme,
    }
  }

  protected override fallback(): string {
    return languageOf(localeOf(this.locale)).t('ask_about_product')
  }
}

if (customElements.get('parley-chat') === undefined) {
  customElements.define('parley-chat', ParleyChat)
  customElements.define('parley-product-button', ParleyProductButton)
}
