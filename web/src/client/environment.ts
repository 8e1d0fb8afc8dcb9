/** A socket as browsers have it, as far as it is used here. */
export interface Wire {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  onerror: (() => void) | null
  send(text: string): void
  close(code?: number): void
}

/** What is kept from one page to the next; a browser may refuse to. */
export interface Keep {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
}

/** Everything the client takes from the world: time, chance, the network, a place to keep things. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number
  /** At least 0, less than 1. */
  random(): number
  uuid(): string
  /** Runs `task` once, `ms` milliseconds from now, unless the returned function is called before. */
  after(ms: number, task: () => void): () => void
  fetch(url: string, init: RequestInit): Promise<Response>
  openSocket(url: string): Wire
  /** Runs `task` whenever the machine is online again, until the returned function is called. */
  whenOnline(task: () => void): () => void
  /** For this browser. */
  keep: Keep
  /** For this tab, as long as it is open. */
  tab: Keep
}

/** The browser's own. Nothing of it is touched before it is used, so a server may make one too. */
export function browserEnvironment(): Environment {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    uuid,
    after(ms, task) {
      const timer = setTimeout(task, ms)
      return () => clearTimeout(timer)
    },
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url) as Wire,
    whenOnline(task) {
      addEventListener('online', task)
      return () => removeEventListener('online', task)
    },
    keep: browserKeep(() => localStorage),
    tab: browserKeep(() => sessionStorage),
  }
}

/** `crypto.randomUUID` is there on secure origins only. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, i) => {
    const marked = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A storage of the browser, or memory where that is forbidden or full. */
function browserKeep(storage: () => Storage): Keep {
  const memory = new Map<string, string>()
  return {
    get(key) {
      try {
        return storage().getItem(key) ?? memory.get(key) ?? null
      } catch {
        return memory.get(key) ?? null
      }
    },
    set(key, value) {
      memory.set(key, value)
      try {
        storage().setItem(key, value)
      } catch {
        // Kept for this page only.
      }
    },
    remove(key) {
      memory.delete(key)
      try {
        storage().removeItem(key)
      } catch {
        // Not kept there either.
      }
    },
  }
}
