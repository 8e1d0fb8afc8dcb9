import { ref, shallowRef } from 'vue'

/** Something that is done on a word: once at a time, and what became of it. */
export function useAction() {
  const busy = ref(false)
  const failure = shallowRef<unknown>()

  /** Whether it was done. */
  async function run(task: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failure.value = undefined
    try {
      await task()
      return true
    } catch (problem) {
      failure.value = problem
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, run }
}
