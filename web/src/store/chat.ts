import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { browserEnvironment, knowsGuest } from '../client'
import type { Environment } from '../client'
import type { MarketplaceId, RoomView, Start, Uuid } from '../protocol'
import { reduce } from './reducer'
import type { Action } from './reducer'
import { roomsByActivity, totalUnread } from './selectors'
import type { Reader } from './selectors'
import { Session } from './session'
import type { ChatOptions } from './session'
import { NOTHING } from './state'
import type { ChatState, RoomState } from './state'

export type { ChatOptions } from './session'

const DEFAULTS: ChatOptions = { endpoint: '', token: () => null, role: 'buyer' }

/** The chat of one reader: what is known, and what can be done. Nothing of the browser is used
 * before `initializeChat`, so that a server can render with it. */
export const useChatStore = defineStore('chat', () => {
  const state = shallowRef<ChatState>(NOTHING)
  const role = shallowRef<Reader['role']>('buyer')
  const session = shallowRef<Session>()
  let starting: Promise<void> | undefined

  const reader = computed<Reader>(() => ({ me: state.value.me, role: role.value }))
  const rooms = computed(() => roomsByActivity(state.value))
  const unread = computed(() => totalUnread(state.value, reader.value))
  const connection = computed(() => state.value.connection)

  function dispatch(action: Action): void {
    state.value = reduce(state.value, action)
  }

  /** Becomes somebody, connects and loads the conversations; once, however often it is called. */
  function initializeChat(
    options: Partial<ChatOptions> = {},
    environment: Environment = browserEnvironment(),
  ): Promise<void> {
    if (starting !== undefined) return starting
    const all = { ...DEFAULTS, ...options }
    role.value = all.role
    const started = new Session(environment, all, () => state.value, dispatch)
    session.value = started
    starting = started.start()
    starting.catch(() => (starting = undefined))
    return starting
  }

  /** Whether this browser has been a guest before. */
  function wasHere(environment: Environment = browserEnvironment()): boolean {
    return knowsGuest(environment)
  }

  /** Ends, and nothing that was written stays in this browser. */
  function signOut(): void {
    session.value?.forget()
    endChat()
  }

  /** Disconnects. What is unsent waits for the same person to come back. */
  function endChat(): void {
    session.value?.stop()
    session.value = undefined
    starting = undefined
    state.value = NOTHING
  }

  /** The conversation with a vendor about a product, opened now if there was none. */
  async function startChat(
    vendorId: MarketplaceId,
    productId: MarketplaceId | null = null,
    more: Partial<Start> = {},
  ): Promise<RoomView> {
    await (starting ?? initializeChat())
    return needed().startChat(vendorId, productId, more)
  }

  function needed(): Session {
    if (session.value === undefined) throw new Error('initializeChat() comes first.')
    return session.value
  }

  return {
    state,
    reader,
    rooms,
    unread,
    connection,
    roomOf: (roomId: Uuid): RoomState | undefined => state.value.rooms.get(roomId),
    initializeChat,
    endChat,
    signOut,
    wasHere,
    startChat,
    /** Hears a room, and shows its newest page. */
    openRoom: (roomId: Uuid) => needed().open(roomId),
    closeRoom: (roomId: Uuid) => session.value?.close(roomId),
    loadOlder: (roomId: Uuid) => needed().loadOlder(roomId),
    /** Sends now, or when there is a connection; the id, or undefined for what cannot be sent. */
    sendMessage: (roomId: Uuid, text: string) => needed().send(roomId, text),
    /** Sends again what failed; it cannot become two messages. */
    retryMessage: (roomId: Uuid, clientMessageId: Uuid) => needed().retry(roomId, clientMessageId),
    discardMessage: (roomId: Uuid, clientMessageId: Uuid) =>
      needed().discard(roomId, clientMessageId),
    /** Gives a message of ours another text, within ten minutes. */
    editMessage: (roomId: Uuid, messageId: Uuid, text: string) =>
      needed().edit(roomId, messageId, text),
    /** Takes a message back: one of ours within ten minutes, an admin any. */
    deleteMessage: (roomId: Uuid, messageId: Uuid) => needed().delete(roomId, messageId),
    /** Tells the others; it ends by itself after a pause. */
    setTyping: (roomId: Uuid, on: boolean) => session.value?.typing(roomId, on),
    /** Everything that is loaded of the room was seen. */
    markRead: (roomId: Uuid) => session.value?.markRead(roomId),
    setDraft: (roomId: Uuid, text: string) => session.value?.draft(roomId, text),
    archiveRoom: (roomId: Uuid, away = true) => needed().archive(roomId, away),
    loadRooms: () => needed().loadRooms(),
    /** What is there for a vendor's staff only. */
    vendorApi: () => needed().vendor,
    /** A room that is known by its id only. */
    loadRoom: (roomId: Uuid) => needed().loadRoom(roomId),
    /** Rooms that were found otherwise. */
    takeRooms: (views: readonly RoomView[]) => needed().take(views),
    /** Connects now instead of after the wait. */
    reconnect: () => session.value?.hurry(),
  }
})
