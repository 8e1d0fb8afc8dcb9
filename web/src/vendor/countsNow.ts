import { onScopeDispose, shallowRef, watch } from 'vue'
import { HttpProblem } from '../client'
import type { VendorSummaryView } from '../protocol'
import { useChatStore } from '../store'
import { NONE, countsAfter, countsOf } from './counts'
import { rowOf } from './queue'

/** After a change the server is asked no sooner than this, in milliseconds: until then the counts
 * are what was told and what was heard since. */
const CORRECT_AFTER = 10_000

/** Asked again soon when something changed while the answer was under way. */
const SOON = 1_000

/** How much there is, live. */
export function useCounts() {
  const chat = useChatStore()
  const counts = shallowRef(NONE)
  const products = shallowRef<VendorSummaryView['products']>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let changes = 0
  let turn = 0

  async function load(): Promise<void> {
    const before = changes
    const asked = turn
    const summary = await chat.vendorApi().summary()
    if (asked !== turn) return
    counts.value = countsOf(summary)
    products.value = summary.products
    if (before !== changes) later(SOON)
  }

  function refresh(): void {
    clearTimeout(timer)
    timer = undefined
    load().catch((problem: unknown) => {
      if (!(problem instanceof HttpProblem)) throw problem
      if (problem.passing) later(CORRECT_AFTER)
    })
  }

  function later(ms: number): void {
    timer ??= setTimeout(refresh, ms)
  }

  watch(
    () => chat.state.rooms,
    (rooms, before) => {
      for (const [id, room] of rooms) {
        const known = before.get(id)
        if (known === undefined || known === room) continue
        const was = rowOf(known, chat.reader)
        const is = rowOf(room, chat.reader)
        const next = countsAfter(counts.value, was, is)
        if (Object.entries(next).every(([key, n]) => n === counts.value[key as keyof typeof next]))
          continue
        changes++
        counts.value = next
        later(CORRECT_AFTER)
      }
      // A conversation that was not known yet may be a new one, or an old one that was loaded now.
      if (rooms.size !== before.size && chat.state.loaded) later(SOON)
    },
    { flush: 'sync' },
  )

  function reset(): void {
    turn++
    clearTimeout(timer)
    timer = undefined
    counts.value = NONE
    products.value = []
  }

  onScopeDispose(reset)

  return { counts, products, refresh, reset }
}
