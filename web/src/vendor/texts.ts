import bn from './i18n/bn.json'
import en from './i18n/en.json'
import fa from './i18n/fa.json'

export type VendorKey = keyof typeof en

export const VENDOR_TEXTS: Readonly<
  Record<'fa' | 'bn' | 'en', Readonly<Record<VendorKey, string>>>
> = { fa, bn, en }

/** What is said about a problem with this code. */
export function errorText(code: string): VendorKey {
  const key = `error_${code}`
  return Object.hasOwn(en, key) ? (key as VendorKey) : 'error_other'
}
