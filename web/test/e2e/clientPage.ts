import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { URL } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Stage } from './stage'

const CLIENT = readFileSync(new URL('public-chat-client.js', import.meta.url), 'utf8')

/** A site whose pages hold the JavaScript client of the public chat's document, unchanged but for
 * the room, the server and who the visitor is. */
export class ClientSite {
  private constructor(
    private readonly stage: Stage,
    private readonly server: Server,
  ) {}

  static async of(stage: Stage, room: string): Promise<ClientSite> {
    const client = replaced(
      replaced(CLIENT, '123e4567-e89b-12d3-a456-426614174000', room),
      'localhost:8000',
      new URL(stage.endpoint).host,
    )
    const server = createServer(({ url = '/' }, response) => {
      const visitor = decodeURIComponent(url.slice(1))
      response.writeHead(visitor === 'favicon.ico' ? 204 : 200, {
        'Content-Type': 'text/html; charset=utf-8',
      })
      response.end(visitor === 'favicon.ico' ? undefined : pageOf(client, visitor))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new ClientSite(stage, server)
  }

  /** A visitor's page, for somebody who reads this language. */
  async open(visitor: string, locale: string): Promise<ClientTab> {
    const page = await this.stage.open('blank', { locale }, 'about:')
    const tab = new ClientTab(page)
    const { port } = this.server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}/${visitor}`)
    return tab
  }

  stop(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}

/** What such a page says on the console, and the frames that it was sent. */
export class ClientTab {
  readonly lines: string[] = []

  constructor(readonly page: Page) {
    page.on('console', (message) => this.lines.push(message.text()))
  }

  async says(...lines: string[]): Promise<void> {
    for (const line of lines)
      await expect.poll(() => this.lines, { timeout: 20_000 }).toContain(line)
  }

  async isSent(wanted: (frame: Record<string, unknown>) => boolean): Promise<void> {
    const frames = () => this.page.evaluate<Record<string, unknown>[]>('shown')
    await expect.poll(async () => (await frames()).some(wanted), { timeout: 20_000 }).toBe(true)
  }

  /** Runs something as if it had been typed into the console. */
  async run(script: string): Promise<void> {
    await this.page.evaluate(script)
  }
}

function pageOf(client: string, visitor: string): string {
  const script = replaced(
    replaced(client, "'রাকিব'", `'${visitor}'`),
    'a1b2c3d4-e5f6-7890-1234-567890abcdef',
    randomUUID(),
  )
  return `<!doctype html><meta charset="utf-8"><title>চ্যাট</title><script>${script}</script>
    <script>
      const shown = []
      socket.addEventListener('message', ({ data }) => shown.push(JSON.parse(data)))
    </script>`
}

function replaced(text: string, was: string, is: string): string {
  if (!text.includes(was)) throw new Error(`The client does not say ${was}.`)
  return text.replaceAll(was, is)
}
