import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { HttpProblem } from '../client'
import type { VendorQuery } from '../client'
import type { Uuid } from '../protocol'
import { useChatStore } from '../store'
import { useCounts } from './countsNow'
import { EMPTY_DESK, closed, keep, opened } from './desk'
import { EVERYTHING, compare, nextPage, queueOf, rowOf } from './queue'
import type { Extent, Filter, Row } from './queue'

const SIZE = 50

const UNKNOWN: Extent = { upTo: undefined, complete: false }

/** A vendor's queue and the conversations that are open beside it. */
export const useInbox = defineStore('parley-inbox', () => {
  const chat = useChatStore()
  const filter = shallowRef<Filter>(EVERYTHING)
  const extent = shallowRef<Extent>(UNKNOWN)
  const found = shallowRef<ReadonlySet<Uuid>>()
  const held = shallowRef<ReadonlySet<Uuid>>(new Set())
  const loading = ref(false)
  /** Why the queue could not be loaded; the code of the problem. */
  const trouble = ref<string>()
  const desk = shallowRef(EMPTY_DESK)
  const counts = useCounts()
  let turn = 0
  let lastPage = 0

  const all = computed(() => [...chat.state.rooms.values()].map((room) => rowOf(room, chat.reader)))
  const options = computed(() => ({
    filter: filter.value,
    extent: extent.value,
    found: found.value,
  }))
  const told = computed(() => queueOf(all.value, options.value))
  const rows = computed(() => queueOf(all.value, { ...options.value, held: held.value }))
  const current = computed(() => desk.value.current)

  function query(): VendorQuery {
    const { show, productId, search } = filter.value
    return {
      sort: 'waiting',
      archived: show === 'archived',
      ...(show === 'waiting' ? { waiting: true } : {}),
      ...(show === 'unread' ? { unread: true } : {}),
      ...(productId === undefined ? {} : { productId }),
      ...(search === '' ? {} : { search }),
    }
  }

  /** Reads a page; says whether it told anything new. */
  async function read(page: number, size: number, asked: number): Promise<boolean> {
    const { count, results } = await chat.vendorApi().rooms(query(), page, size)
    if (asked !== turn) return true
    chat.takeRooms(results)
    lastPage = page
    const ids = results.map(({ room_id }) => room_id)
    if (filter.value.search !== '') {
      found.value = new Set([...(page === 1 ? [] : (found.value ?? [])), ...ids])
      extent.value = { upTo: undefined, complete: true }
      more.value = page * size < count
      return true
    }
    const last = chat.roomOf(ids.at(-1) ?? '')
    const row = last === undefined ? undefined : rowOf(last, chat.reader)
    const { upTo } = extent.value
    const further = row !== undefined && (upTo === undefined || compare(row, upTo) > 0)
    const complete = page * size >= count
    more.value = !complete
    extent.value = { upTo: further ? row : upTo, complete }
    return further || complete
  }

  /** Whether the server has more. */
  const more = ref(false)

  async function during(task: (asked: number) => Promise<void>): Promise<void> {
    const asked = ++turn
    loading.value = true
    trouble.value = undefined
    try {
      await task(asked)
    } catch (problem) {
      if (asked !== turn) return
      if (!(problem instanceof HttpProblem)) throw problem
      // The queue has become shorter than what was asked for.
      if (problem.code === 'page_not_found') more.value = false
      else trouble.value = problem.code
    } finally {
      if (asked === turn) loading.value = false
    }
  }

  /** The queue from its beginning, for this filter. */
  async function show(wanted: Filter): Promise<void> {
    filter.value = wanted
    extent.value = UNKNOWN
    found.value = wanted.search === '' ? undefined : new Set()
    held.value = new Set()
    more.value = true
    await during(async (asked) => void (await read(1, SIZE, asked)))
  }

  async function loadMore(): Promise<void> {
    if (loading.value || !more.value || trouble.value !== undefined) return
    await during(async (asked) => {
      const known = found.value?.size ?? told.value.length
      const page = nextPage(known, SIZE)
      const isNew = await read(page, SIZE, asked)
      if (!isNew) await read(Math.max(page, lastPage) + 1, SIZE, asked)
    })
  }

  /** What is shown, as the server has it now: after a lost connection. */
  async function refresh(): Promise<void> {
    const known = Math.max(1, found.value?.size ?? told.value.length)
    counts.refresh()
    await during(async (asked) => {
      for (let page = 1; (page - 1) * SIZE < known && asked === turn; page++) {
        await read(page, SIZE, asked)
        if (!more.value) return
      }
    })
  }

  function open(id: Uuid, beside = false): void {
    desk.value = opened(desk.value, id, beside)
    held.value = new Set(desk.value.open.map((each) => each.id).filter((each) => isHeld(each, id)))
  }

  /** What was opened from the queue as it is stays in it. */
  function isHeld(each: Uuid, now: Uuid): boolean {
    return held.value.has(each) || (each === now && told.value.some(({ id }) => id === now))
  }

  function close(id: Uuid): void {
    desk.value = closed(desk.value, id)
  }

  /** The conversation so many places further down; the first one from nowhere. */
  function step(by: 1 | -1): Row | undefined {
    const at = rows.value.findIndex(({ id }) => id === current.value)
    const to = at < 0 ? 0 : at + by
    return rows.value[to]
  }

  /** Who waits longest, but for the conversation that is in front. */
  const nextWaiting = computed(() =>
    all.value
      .filter(
        ({ id, waitingSince, archived }) =>
          waitingSince !== undefined && !archived && id !== current.value,
      )
      .sort(compare)
      .at(0),
  )

  watch(
    () => chat.connection.is === 'open',
    (isOpen, wasOpen) => {
      if (isOpen && wasOpen === false && chat.state.loaded) void refresh()
    },
  )

  function reset(): void {
    turn++
    counts.reset()
    filter.value = EVERYTHING
    extent.value = UNKNOWN
    found.value = undefined
    held.value = new Set()
    desk.value = EMPTY_DESK
    loading.value = false
    trouble.value = undefined
  }

  return {
    filter,
    rows,
    more,
    loading,
    trouble,
    counts: counts.counts,
    products: counts.products,
    desk,
    current,
    nextWaiting,
    show,
    loadMore,
    refresh,
    refreshCounts: counts.refresh,
    open,
    close,
    keep: (id: Uuid, kept: boolean) => (desk.value = keep(desk.value, id, kept)),
    /** No conversation is in front; those that are open stay so. */
    leave: () => (desk.value = { ...desk.value, current: undefined }),
    step,
    reset,
  }
})
