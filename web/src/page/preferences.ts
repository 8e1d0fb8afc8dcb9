import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import { browserEnvironment } from '../client'
import { languageOf, localeOf } from '../components'
import type { Locale } from '../components'

export type Scheme = 'light' | 'dark'

/** How somebody wants to see our pages; kept in this browser. */
export interface Preferences {
  locale: Ref<Locale>
  /** As the system has it until somebody chooses. */
  scheme: Ref<Scheme>
}

const LOCALE = 'parley.locale'
const SCHEME = 'parley.scheme'

/** The language that the address asks for (`?lang=`), that was chosen before, or the browser's. */
export function usePreferences(): Preferences {
  const { keep } = browserEnvironment()
  const asked = new URLSearchParams(location.search).get('lang')
  const locale = ref(localeOf(asked, keep.get(LOCALE), ...navigator.languages))
  const system = matchMedia('(prefers-color-scheme: dark)')
  const systemDark = ref(system.matches)
  const chosen = ref(keep.get(SCHEME))
  const look = () => (systemDark.value = system.matches)
  onMounted(() => system.addEventListener('change', look))
  onBeforeUnmount(() => system.removeEventListener('change', look))
  watch(locale, (tag) => {
    keep.set(LOCALE, tag)
    const address = new URL(location.href)
    address.searchParams.delete('lang')
    if (asked !== null) history.replaceState(null, '', address)
  })
  watch(
    locale,
    (tag) => {
      document.documentElement.lang = tag
      document.documentElement.dir = languageOf(tag).dir
    },
    { immediate: true },
  )
  const scheme = computed<Scheme>({
    get() {
      if (chosen.value === 'light' || chosen.value === 'dark') return chosen.value
      return systemDark.value ? 'dark' : 'light'
    },
    set(value) {
      chosen.value = value
      keep.set(SCHEME, value)
    },
  })
  return { locale, scheme }
}
