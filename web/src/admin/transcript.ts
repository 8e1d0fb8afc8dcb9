import { shallowRef } from 'vue'
import { isAtEnd, unread, withLive, withNewest, withPage } from './history'
import type { History } from './history'
import type { Source, Watched } from './source'

const PAGE = 200
/** How many events before one that is looked at are loaded with it. */
const BEFORE = 40

/** What is read of one room: pages of its history, and what happens meanwhile. */
export class Transcript {
  readonly history = shallowRef<History>(unread(0))
  readonly failure = shallowRef<unknown>()
  readonly loading = shallowRef(true)
  private under: Promise<void> = Promise.resolve()
  private stopWatching: () => void = () => {}

  constructor(private readonly source: Source) {}

  /** Loads the room's end, or the place of an event, and hears the room from now on. */
  async open(seq?: number): Promise<void> {
    this.stopWatching = this.source.watch((news) => this.hear(news))
    await this.load(async () => {
      if (seq === undefined) {
        const { newest } = await this.source.page(0, 1)
        this.history.value = unread(newest)
        await this.read(Math.max(0, newest - PAGE))
      } else {
        const after = Math.max(0, seq - BEFORE)
        this.history.value = unread(after)
        await this.read(after)
      }
    })
  }

  close(): void {
    this.stopWatching()
  }

  /** The page before what is loaded. */
  older(): Promise<void> {
    const { after } = this.history.value
    if (this.loading.value || after <= 0) return Promise.resolve()
    const from = Math.max(0, after - PAGE)
    return this.load(() => this.read(from, after - from))
  }

  /** The page after what is loaded. */
  newer(): Promise<void> {
    return this.load(() => this.read(this.history.value.upTo))
  }

  private hear(news: Watched): void {
    const before = this.history.value
    const wasAtEnd = isAtEnd(before)
    if (news === 'perhaps') {
      if (!this.loading.value && wasAtEnd) void this.newer()
      return
    }
    this.history.value =
      'event' in news ? withLive(before, [news.event]) : withNewest(before, news.newest)
    if (!this.loading.value && wasAtEnd && !isAtEnd(this.history.value)) void this.newer()
  }

  private async read(after: number, limit = PAGE): Promise<void> {
    const page = await this.source.page(after, limit)
    this.history.value = withNewest(
      withPage(this.history.value, after, page.upTo, page.events),
      page.newest,
    )
  }

  /** One after another. What was heard of meanwhile, right after the end, is read too. */
  private load(task: () => Promise<void>): Promise<void> {
    this.under = this.under.then(async () => {
      this.loading.value = true
      const wasNewest = this.history.value.newest
      try {
        await task()
        const { upTo, newest } = this.history.value
        if (upTo >= wasNewest && upTo < newest && newest - upTo <= PAGE) await this.read(upTo)
        this.failure.value = undefined
      } catch (failure) {
        this.failure.value = failure
      } finally {
        this.loading.value = false
      }
    })
    return this.under
  }
}
