import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'

/** Something from the services: what there is of it, and why there is not more. */
export interface Loaded<T> {
  value: ShallowRef<T | undefined>
  failure: ShallowRef<unknown>
  loading: ShallowRef<boolean>
  /** Asks again. What was there stays until the answer comes. */
  load: () => Promise<void>
  /** Forgets it. */
  clear: () => void
}

/** The newest answer counts, also when an older one comes after it. */
export function useLoaded<T>(ask: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T>()
  const failure = shallowRef<unknown>()
  const loading = shallowRef(false)
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    loading.value = true
    try {
      const answer = await ask()
      if (mine !== turn) return
      value.value = answer
      failure.value = undefined
    } catch (problem) {
      if (mine === turn) failure.value = problem
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  function clear(): void {
    turn++
    value.value = undefined
    failure.value = undefined
    loading.value = false
  }

  return { value, failure, loading, load, clear }
}
