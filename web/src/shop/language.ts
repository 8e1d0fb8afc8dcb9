import texts from './texts.json'

type Language = keyof typeof texts

const KEPT = 'parley.shop.lang'

const asked = new URLSearchParams(location.search).get('lang') ?? sessionStorage.getItem(KEPT)

/** The page's language: as asked for in its address or in the one before, else Persian. */
export const language: Language =
  asked !== null && Object.hasOwn(texts, asked) ? (asked as Language) : 'fa'

export const text = texts[language]

/** All languages and what they call themselves. */
export const languages = Object.entries(texts).map(([tag, { name }]) => ({ tag, name }))

const numbers = new Intl.NumberFormat({ fa: 'fa-IR', bn: 'bn-BD', en: 'en' }[language])

/** What something costs; a shop may have prices that are no numbers. */
export function priceOf(price: number | string | null): string {
  return typeof price === 'number'
    ? text.rials.replace('{n}', numbers.format(price))
    : (price ?? '')
}

/** Speaks the language in the whole page, and in the next. */
export function speak(): void {
  document.documentElement.lang = language
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  sessionStorage.setItem(KEPT, language)
}
