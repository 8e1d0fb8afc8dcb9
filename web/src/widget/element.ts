import { createPinia } from 'pinia'
import { createApp, h, shallowReactive } from 'vue'
import type { App, Component } from 'vue'
import css from './widget.css?inline'

/** All elements of a page are parts of one chat. */
const pinia = createPinia()

let styles: CSSStyleSheet | undefined

/** A style sheet made by script is allowed where a page's policy forbids styles in the document. */
function sheet(): CSSStyleSheet {
  if (styles === undefined) {
    styles = new CSSStyleSheet()
    styles.replaceSync(css)
  }
  return styles
}

/** An element that shows a component in a shadow root, with props made of its attributes. */
export abstract class VueElement extends HTMLElement {
  protected abstract readonly component: Component
  private readonly props = shallowReactive<Record<string, unknown>>({})
  private app: App | undefined

  /** The component's props as the attributes are now. */
  protected abstract propsNow(): Record<string, unknown>

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet()]
    const place = document.createElement('div')
    root.replaceChildren(place)
    this.attributeChangedCallback()
    this.app = createApp({
      render: () => h(this.component, this.props, () => h('slot', this.fallback())),
    })
    this.app.use(pinia).mount(place)
  }

  disconnectedCallback(): void {
    this.app?.unmount()
    this.app = undefined
  }

  attributeChangedCallback(): void {
    Object.assign(this.props, this.propsNow())
  }

  protected fallback(): string {
    return ''
  }

  protected text(attribute: string): string | undefined {
    return this.getAttribute(attribute) ?? undefined
  }

  protected get locale(): string | undefined {
    return this.text('locale') ?? (document.documentElement.lang || navigator.language)
  }

  protected get scheme(): string | undefined {
    const scheme = this.getAttribute('scheme')
    return scheme === 'light' || scheme === 'dark' ? scheme : undefined
  }

  protected get direction(): string | undefined {
    const dir = this.getAttribute('dir')
    return dir === 'rtl' || dir === 'ltr' ? dir : undefined
  }
}
