import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { PublicRooms, browserEnvironment, quietly } from '../client'
import type { Environment, VisitLine, Visitor } from '../client'
import type { Uuid } from '../protocol'
import { TypingSigns } from './typing'
import { NOWHERE, toldOf, visited, withTold } from './visit'
import type { VisitState } from './visit'

export interface VisitOptions {
  endpoint: string
  lang: 'fa' | 'bn' | 'en'
}

/** The public rooms, and the one that this visitor is in. */
export const useVisitStore = defineStore('visit', () => {
  const state = shallowRef<VisitState>(NOWHERE)
  let environment: Environment
  let rooms: PublicRooms | undefined
  let line: VisitLine | undefined
  let signs: TypingSigns | undefined
  let stopTime: () => void = () => {}

  const change = (part: Partial<VisitState>) => (state.value = { ...state.value, ...part })
  const typists = computed(() =>
    [...state.value.typing].flatMap(([id, { name }]) =>
      id === state.value.visit?.user_id ? [] : [name],
    ),
  )

  function needed(): PublicRooms {
    if (rooms === undefined) throw new Error('begin() comes first.')
    return rooms
  }

  /** Says where the rooms are. */
  function begin(options: VisitOptions, world: Environment = browserEnvironment()): void {
    environment = world
    rooms = new PublicRooms(world, options)
  }

  async function loadRooms(): Promise<void> {
    change({ rooms: await needed().list() })
  }

  /** Comes into a room as somebody, and shows its newest messages. */
  async function enter(roomId: Uuid, visitor: Visitor): Promise<void> {
    leave()
    const visit = await needed().join(roomId, visitor)
    const messages = await needed().messages(roomId)
    state.value = withTold(
      { ...state.value, visit, more: messages.length > 0 },
      messages.map(toldOf),
    )
    signs = new TypingSigns(environment, (_, on) => line?.send({ type: 'typing', typing: on }))
    line = needed().enter(visit, messages.at(-1)?.seq ?? 0, {
      state: (connection) => change({ connection }),
      frame: (frame) => {
        state.value = visited(state.value, frame, environment.now())
        if (frame.type === 'resync') quietly(loadMessages())
        if (frame.type === 'typing') expectTime()
      },
      ended: () => undefined,
    })
  }

  /** The newest messages or, when there are some, those before them. */
  async function loadMessages(): Promise<void> {
    const { visit, told, more } = state.value
    if (visit === undefined || !more) return
    const oldest = told.find((each) => each.kind === 'message')
    const messages = await needed().messages(visit.room_id, oldest?.seq)
    if (state.value.visit !== visit) return
    state.value = withTold({ ...state.value, more: messages.length > 0 }, messages.map(toldOf))
  }

  /** False when there is no connection: what was written stays with its writer. */
  function send(content: string): boolean {
    signs?.set('', false)
    return line?.send({ type: 'message', content }) ?? false
  }

  function leave(): void {
    line?.close()
    line = undefined
    stopTime()
    state.value = { ...NOWHERE, rooms: state.value.rooms }
  }

  /** Signs of typing end by themselves. */
  function expectTime(): void {
    stopTime()
    stopTime = environment.after(1_000, () => {
      const now = environment.now()
      const typing = new Map([...state.value.typing].filter(([, { until }]) => until > now))
      change({ typing })
      if (typing.size > 0) expectTime()
    })
  }

  return {
    state,
    typists,
    begin,
    loadRooms,
    enter,
    leave,
    loadMessages,
    send,
    setTyping: (on: boolean) => signs?.set('', on),
    /** Takes another name or colour. */
    rename: ({ username, color }: Visitor) => line?.send({ type: 'user_update', username, color }),
    reconnect: () => line?.hurry(),
  }
})
