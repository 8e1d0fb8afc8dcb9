import WebSocket from 'ws'
import type { Environment, Keep, Wire } from '../src/client'

interface Task {
  at: number
  run: () => void
}

/** An environment whose time stands still until it is told to go on, and whose chance is fixed;
 * the network is the real one. */
export class World implements Environment {
  chance = 0.5
  private time: number
  private tasks: Task[] = []
  private ids = 0
  private readonly online = new Set<() => void>()

  constructor(start = '2026-11-22T10:15:30.000Z') {
    this.time = Date.parse(start)
  }

  now = () => this.time
  random = () => this.chance
  uuid = () => `5b1f0c7e-3a52-4d0e-9c0a-${String(++this.ids).padStart(12, '0')}`

  after(ms: number, run: () => void): () => void {
    const task = { at: this.time + ms, run }
    this.tasks.push(task)
    return () => {
      this.tasks = this.tasks.filter((other) => other !== task)
    }
  }

  /** What is due in this time happens, in its order. */
  pass(ms: number): void {
    const end = this.time + ms
    for (;;) {
      const due = this.tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (due === undefined) break
      this.tasks = this.tasks.filter((task) => task !== due)
      this.time = Math.max(this.time, due.at)
      due.run()
    }
    this.time = end
  }

  fetch = (url: string, init: RequestInit) => fetch(url, init)

  openSocket(url: string): Wire {
    return new WebSocket(url) as unknown as Wire
  }

  whenOnline(task: () => void): () => void {
    this.online.add(task)
    return () => this.online.delete(task)
  }

  comeOnline(): void {
    for (const task of this.online) task()
  }

  keep = memory()
  tab = memory()
}

function memory(): Keep {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  }
}

/** Waits until this holds: for what comes over the real network, which no clock of ours drives. */
export async function until(holds: () => boolean, what = String(holds)): Promise<void> {
  for (const end = Date.now() + 15_000; !holds();) {
    if (Date.now() > end) throw new Error(`In vain: ${what}`)
    await new Promise((done) => setImmediate(done))
  }
}
