import type { Locale } from '../components'
import bn from './i18n/bn.json'
import en from './i18n/en.json'
import fa from './i18n/fa.json'

export const PAGE_TEXTS = { fa, bn, en }

export const LOCALES = Object.keys(PAGE_TEXTS) as Locale[]
