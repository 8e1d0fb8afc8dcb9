import { useTexts } from '../components'
import type { Texts } from '../components'
import bn from './texts/bn.json'
import en from './texts/en.json'
import fa from './texts/fa.json'

export type TextKey = keyof typeof en

export const ADMIN_TEXTS: Texts<TextKey> = { fa, bn, en }

export const useAdminTexts = () => useTexts(ADMIN_TEXTS)
