import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { HttpProblem } from '../client'
import type { Reply, ReplyDraft } from '../client'
import type { Uuid } from '../protocol'
import { useChatStore } from '../store'
import { plain } from './replies'

/** The answers that a vendor has ready; the same for all of its staff. */
export const useReplies = defineStore('parley-replies', () => {
  const chat = useChatStore()
  const replies = shallowRef<readonly Reply[]>([])
  const isLoaded = ref(false)

  function take(changed: readonly Reply[]): void {
    replies.value = [...changed].sort((a, b) => plain(a.shortcut).localeCompare(plain(b.shortcut)))
  }

  async function load(): Promise<void> {
    take(await chat.vendorApi().replies())
    isLoaded.value = true
  }

  /** The code of what is wrong; undefined once it is saved. */
  async function save(draft: ReplyDraft, id: Uuid | undefined): Promise<string | undefined> {
    return problemOf(async () => {
      const api = chat.vendorApi()
      const saved = id === undefined ? await api.addReply(draft) : await api.changeReply(id, draft)
      const others = replies.value.filter((each) => each.id !== (saved?.id ?? id))
      take(saved === undefined ? others : [...others, saved])
    })
  }

  async function remove(id: Uuid): Promise<string | undefined> {
    return problemOf(async () => {
      await chat.vendorApi().deleteReply(id)
      take(replies.value.filter((each) => each.id !== id))
    })
  }

  return { replies, isLoaded, load, save, remove }
})

async function problemOf(task: () => Promise<void>): Promise<string | undefined> {
  try {
    await task()
    return undefined
  } catch (problem) {
    if (problem instanceof HttpProblem) return problem.code
    throw problem
  }
}
