import { computed, inject, provide } from 'vue'
import type { ComputedRef, InjectionKey } from 'vue'
import bn from './bn.json'
import en from './en.json'
import fa from './fa.json'
import { formatsOf } from './formats'
import type { Formats } from './formats'

export type Locale = 'fa' | 'bn' | 'en'
export type MessageKey = keyof typeof en

export const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  fa,
  bn,
  en,
}

/** Everything that depends on the reader's language. */
export interface Language extends Formats {
  locale: Locale
  dir: 'rtl' | 'ltr'
  /** A message with its `{placeholders}` filled in; numbers in the reader's digits. */
  t(key: MessageKey, values?: Values): string
  /** The same for a text from elsewhere. */
  fill(text: string, values?: Values): string
}

export type Values = Readonly<Record<string, string | number>>

/** Texts that are not the widget's, in all languages. */
export type Texts<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>

/** The first of these language tags that we speak; English when we speak none. */
export function localeOf(...tags: readonly (string | null | undefined)[]): Locale {
  const spoken = tags.map((tag) => tag?.toLowerCase().split('-')[0])
  return (
    spoken.find((tag): tag is Locale => tag !== undefined && Object.hasOwn(MESSAGES, tag)) ?? 'en'
  )
}

export function languageOf(locale: Locale): Language {
  const messages = MESSAGES[locale]
  const formats = formatsOf(locale)
  const fill: Language['fill'] = (text, values = {}) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name] ?? placeholder
      return typeof value === 'number' ? formats.number(value) : isolated(value)
    })
  return {
    ...formats,
    locale,
    dir: locale === 'fa' ? 'rtl' : 'ltr',
    t: (key, values) => fill(messages[key], values),
    fill,
  }
}

/** The message for an error code of the server, or another where there is none. */
export function errorKey(code: string | undefined, other: MessageKey): MessageKey {
  const key = `error_${code ?? ''}`
  return Object.hasOwn(en, key) ? (key as MessageKey) : other
}

/** A name keeps its own direction within a sentence. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

const LANGUAGE: InjectionKey<ComputedRef<Language>> = Symbol('language')

/** Speaks this language in all components below. */
export function provideLanguage(locale: () => Locale): ComputedRef<Language> {
  const language = computed(() => languageOf(locale()))
  provide(LANGUAGE, language)
  return language
}

export function useLanguage(): ComputedRef<Language> {
  return inject(LANGUAGE, () => computed(() => languageOf('en')), true)
}

/** Says texts that are not the widget's, in the language of the components above. */
export function useTexts<Key extends string>(
  texts: Texts<Key>,
): ComputedRef<(key: Key, values?: Values) => string> {
  const language = useLanguage()
  return computed(
    () => (key, values) => language.value.fill(texts[language.value.locale][key], values),
  )
}
