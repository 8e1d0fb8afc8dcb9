import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue'
import type { ComputedRef, WritableComputedRef } from 'vue'
import type { Keep } from '../client'
import { notify, useTexts, useTitleCount } from '../components'
import type { Language } from '../components'
import type { Uuid } from '../protocol'
import { lastMessage, useChatStore } from '../store'
import { useInbox } from './inbox'
import { rowOf } from './queue'
import { VENDOR_TEXTS } from './texts'

const KEPT = 'notify'

/** While the page is not looked at, its title says in how many conversations something is unread,
 * and the browser tells of what comes in, where that is wanted.
 *
 * @returns whether it is wanted */
export function useAway(
  keep: Keep,
  language: ComputedRef<Language>,
  open: (id: Uuid) => void,
): WritableComputedRef<boolean> {
  const chat = useChatStore()
  const inbox = useInbox()
  const t = useTexts(VENDOR_TEXTS)
  const away = ref(false)
  const wanted = ref(keep.get(KEPT) === 'on')
  const look = () => (away.value = document.visibilityState === 'hidden' || !document.hasFocus())

  watch(
    () => chat.state.rooms,
    (rooms, before) => {
      if (!wanted.value || !away.value || !chat.state.loaded) return
      for (const [id, room] of rooms) {
        const known = before.get(id)
        if (known === room) continue
        const { unread, guest, buyer, product } = rowOf(room, chat.reader)
        if (unread <= (known === undefined ? 0 : rowOf(known, chat.reader).unread)) continue
        const name = [guest ? t.value('guest') : buyer, product?.title].filter(Boolean).join(' · ')
        const content = lastMessage(room)?.content ?? ''
        notify({ roomId: id, name, content }, language.value, () => open(id))
      }
    },
  )
  useTitleCount(() => (away.value ? inbox.counts.unreadRooms : 0), language)

  onMounted(() => {
    look()
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
    addEventListener('blur', look)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('focus', look)
    removeEventListener('blur', look)
  })

  return computed({
    get: () => wanted.value,
    set(on) {
      wanted.value = on
      keep.set(KEPT, on ? 'on' : 'off')
    },
  })
}
