import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { lastMessage, unreadCount, useChatStore } from '../store'
import type { RoomState } from '../store'
import type { Language } from './i18n'
import { titleOf } from './room'

/** Something that somebody else wrote and the reader has not read. */
export interface ChatNews {
  roomId: string
  /** What the conversation is called. */
  name: string
  content: string
}

/** Puts how much is unread before the page's title, as long as it is something. */
export function useTitleCount(count: () => number, language: ComputedRef<Language>): void {
  let put = ''
  const show = (n: number) => {
    const { title } = document
    const own = title.startsWith(put) ? title.slice(put.length) : title
    put = n > 0 ? `(${language.value.number(n)}) ` : ''
    document.title = put + own
  }
  onMounted(() => watch(count, show, { immediate: true }))
  onBeforeUnmount(() => show(0))
}

/** Tells of what comes in, once the conversations are loaded. */
export function useNews(language: ComputedRef<Language>, tell: (news: ChatNews) => void): void {
  const chat = useChatStore()
  const counts = (rooms: Iterable<RoomState>) =>
    new Map([...rooms].map((room) => [room.view.room_id, unreadCount(room, chat.reader)]))
  watch(
    () => (chat.state.loaded ? counts(chat.state.rooms.values()) : undefined),
    (now, before) => {
      if (now === undefined || before === undefined) return
      for (const [roomId, unread] of now) {
        const room = chat.roomOf(roomId)
        if (room === undefined || unread <= (before.get(roomId) ?? 0)) continue
        const name = titleOf(room, chat.reader, language.value)
        tell({ roomId, name, content: lastMessage(room)?.content ?? '' })
      }
    },
  )
}

/** Asks whether the browser may show notifications, unless that is decided. Only on a click. */
export function askToNotify(): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'default') return
  void Notification.requestPermission()
}

/** Shows a notification if the browser may; one for each conversation. */
export function notify({ roomId, name, content }: ChatNews, t: Language, open: () => void): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  try {
    const { locale: lang, dir } = t
    const shown = new Notification(t.t('new_message_from', { name }), {
      body: content,
      tag: `parley ${roomId}`,
      lang,
      dir,
    })
    shown.onclick = () => {
      window.focus()
      open()
      shown.close()
    }
  } catch {
    // Some browsers on phones have them for service workers only.
  }
}
