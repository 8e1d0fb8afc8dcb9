import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { axe } from '../browser/axe'
import { Standalone } from './standalone'

const FAILURES = 'target/e2e'

/** What every test has: the services, and browsers in which nothing may go wrong unnoticed. */
export class Stage {
  private services: Standalone | undefined
  private browser: Browser | undefined
  private pages: Page[] = []
  private troubles: string[] = []
  private expected: RegExp[] = []

  /** Starts before the tests and ends after them; each test's pages are closed behind it. */
  constructor() {
    beforeAll(async () => {
      ;[this.services, this.browser] = await Promise.all([
        Standalone.start(),
        chromium.launch({
          executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
          args: ['--no-sandbox'],
        }),
      ])
    }, 200_000)
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail') await this.show(task.name)
      await this.clear()
    })
    afterAll(async () => {
      await this.browser?.close()
      await this.services?.stop()
    }, 60_000)
  }

  get parley(): Standalone {
    if (this.services === undefined) throw new Error('It is not started yet.')
    return this.services
  }

  get endpoint(): string {
    return this.parley.endpoint
  }

  /** What this test does makes the browser complain so, as when a network is cut. */
  expectTrouble(...sayings: RegExp[]): void {
    this.expected.push(...sayings)
  }

  /** A browser of somebody's own, at a page. */
  async open(
    path: string,
    options: BrowserContextOptions = {},
    endpoint = this.endpoint,
  ): Promise<Page> {
    if (this.browser === undefined) throw new Error('It is not started yet.')
    const context = await this.browser.newContext({
      viewport: { width: 1_280, height: 800 },
      ...options,
    })
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`Against the policy: ${violatedDirective} ${blockedURI}`),
      )
    })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        this.troubles.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => this.troubles.push(String(error)))
    this.pages.push(page)
    await page.goto(endpoint + path)
    return page
  }

  private async show(test: string): Promise<void> {
    mkdirSync(FAILURES, { recursive: true })
    for (const [i, page] of this.pages.entries()) {
      const path = `${FAILURES}/${test.replace(/\W+/g, '-')}-${i}.png`
      await page.screenshot({ path }).catch(() => undefined)
    }
  }

  private async clear(): Promise<void> {
    const { troubles, expected, pages } = this
    this.troubles = []
    this.expected = []
    this.pages = []
    await Promise.all(pages.map((page) => page.context().close()))
    expect(troubles.filter((each) => !expected.some((saying) => saying.test(each)))).toEqual([])
  }
}

/** What a phone is like, as far as a page can tell. */
export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

export const area = (page: Page) => page.locator('textarea')
export const messages = (page: Page) => page.locator('article.parley-message')
export const saying = (page: Page, text: string): Locator =>
  messages(page).filter({ hasText: text })

/** Writes and sends a message. */
export async function write(page: Page, text: string): Promise<void> {
  await area(page).fill(text)
  await page.locator('.parley-send').click()
}

/** Asks about a product in the demo shop. */
export async function ask(page: Page, productId: number): Promise<void> {
  await page.locator(`parley-product-button[product-id="${productId}"] button`).click()
  await area(page).waitFor()
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await axe(page)).toEqual([])
}

/** How often a text is among the messages that a page shows. */
export function times(page: Page, text: string): Promise<number> {
  return saying(page, text).count()
}
