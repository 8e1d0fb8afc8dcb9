import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useLanguage } from '../components'
import { adminFormatsOf } from './formats'
import type { AdminFormats } from './formats'

export function useFormats(): ComputedRef<AdminFormats> {
  const language = useLanguage()
  return computed(() => adminFormatsOf(language.value.locale))
}
