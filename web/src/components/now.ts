import { onBeforeUnmount, onMounted, readonly, ref } from 'vue'
import type { Ref } from 'vue'

/** The reader's time in milliseconds since 1970, as new as `every` milliseconds. */
export function useNow(every = 30_000): Readonly<Ref<number>> {
  const now = ref(Date.now())
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => (timer = setInterval(() => (now.value = Date.now()), every)))
  onBeforeUnmount(() => clearInterval(timer))
  return readonly(now)
}
