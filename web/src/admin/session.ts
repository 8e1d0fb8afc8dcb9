import { inject, provide, shallowRef } from 'vue'
import type { InjectionKey } from 'vue'
import { AdminApi, ChatClient, HttpProblem } from '../client'
import type { ConnectionState, Environment, Keep, News, TokenSource } from '../client'
import type { Uuid } from '../protocol'
import { ConversationSource, PublicSource } from './source'
import type { Source } from './source'

/** How often a public room is asked for what is new, in milliseconds. */
const OFTEN = 4_000

/** One admin's work with the services: requests, and one socket that only listens. */
export class AdminSession {
  readonly connection = shallowRef<ConnectionState>({ is: 'closed' })
  readonly api: AdminApi
  readonly client: ChatClient
  private readonly listeners = new Set<(news: News) => void>()

  constructor(
    private readonly environment: Environment,
    options: { endpoint: string; token: TokenSource },
  ) {
    const token = async (renewed: boolean) => {
      const given = await options.token(renewed)
      if (given === null) throw new HttpProblem('not_authenticated', 401, 'Nobody is signed in.')
      return given
    }
    this.client = new ChatClient(apart(environment), { ...options, token }, (news) =>
      this.hear(news),
    )
    this.api = new AdminApi(this.client.http)
  }

  start(): Promise<void> {
    return this.client.start()
  }

  stop(): void {
    this.client.stop()
  }

  /** Where a room's events come from. */
  sourceOf(roomId: Uuid, isPublic: boolean): Source {
    return isPublic
      ? new PublicSource(this.api, roomId, (task) => this.often(task, OFTEN))
      : new ConversationSource(this.client, roomId, (listener) => {
          this.listeners.add(listener)
          return () => this.listeners.delete(listener)
        })
  }

  /** Does something again and again while the page is seen, until the returned function is called. */
  often(task: () => void, every: number): () => void {
    let stop = () => {}
    const next = () => {
      stop = this.environment.after(every, () => {
        if (typeof document === 'undefined' || document.visibilityState === 'visible') task()
        next()
      })
    }
    next()
    return () => stop()
  }

  private hear(news: News): void {
    if (news.type === 'connection') this.connection.value = news.state
    for (const listener of [...this.listeners]) listener(news)
  }
}

/** Without what a browser keeps: an admin does not take along the conversations that somebody had
 * as a guest in this browser. */
function apart(world: Environment): Environment {
  const kept = new Map<string, string>()
  const keep: Keep = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  }
  return {
    now: () => world.now(),
    random: () => world.random(),
    uuid: () => world.uuid(),
    after: (ms, task) => world.after(ms, task),
    fetch: (url, init) => world.fetch(url, init),
    openSocket: (url) => world.openSocket(url),
    whenOnline: (task) => world.whenOnline(task),
    keep,
    tab: keep,
  }
}

const SESSION: InjectionKey<AdminSession> = Symbol('admin session')

export function provideSession(session: AdminSession): void {
  provide(SESSION, session)
}

export function useSession(): AdminSession {
  const session = inject(SESSION)
  if (session === undefined) throw new Error('This is a part of the console.')
  return session
}
