import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { GUEST, Room, VENDOR } from '../room'
import { ChatServer } from '../server'
import { builtWidget } from '../built'
import { until } from '../world'
import { axe } from './axe'
import { Shop } from './shop'

let browser: Browser
let widget: string
let server: ChatServer
let shop: Shop
let room: Room
let page: Page
let troubles: string[]

beforeAll(async () => {
  widget = (await builtWidget())[0].code
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}, 60_000)

afterAll(() => browser.close())

beforeEach(async () => {
  server = await ChatServer.start()
  room = server.open(new Room())
  shop = await Shop.open(widget, server.endpoint)
  troubles = []
  page = await browser.newPage({ viewport: { width: 1_000, height: 800 } })
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
})

afterEach(async () => {
  await page.close()
  await shop.close()
  await server.stop()
})

const written = () =>
  room.events.flatMap(({ data }) => ('content' in data ? [String(data.content)] : []))
const scroller = () => page.locator('.parley-scroller')

async function opened(lang = 'fa'): Promise<void> {
  await page.goto(`${shop.url}?lang=${lang}`)
  await page.locator('.parley-product-button').click()
  await page.locator('textarea').waitFor()
}

test('a guest asks about a product, and both sides see what happens', async () => {
  await opened()
  await page.locator('textarea').fill('می‌خواهم دو تا بخرم 🙏🏽\nhttps://example.com/؟')
  await page.locator('textarea').press('Enter')
  await until(() => room.seq >= 2)
  room.read(VENDOR, 2)
  await page.locator('.parley-tick-read').waitFor()
  room.message(VENDOR, '<img src=x onerror=alert(1)> জি, আছে।')
  await page.locator('article', { hasText: '<img src=x onerror=alert(1)>' }).waitFor()
  expect(await page.locator('.parley-message a').getAttribute('href')).toBe('https://example.com/')
  expect(await page.locator('.parley').last().getAttribute('dir')).toBe('rtl')
  expect(troubles).toEqual([])
})

test('what is written without a connection arrives once', async () => {
  await opened()
  server.admit = () => false
  server.cut()
  await page.locator('.parley-banner:not(:empty)').waitFor()
  await page.locator('textarea').fill('আবার')
  await page.locator('textarea').press('Enter')
  await page.locator('.parley-tick-pending').waitFor()
  server.admit = () => true
  server.cut()
  await page.locator('.parley-tick-sent').waitFor()
  expect(room.events.filter(({ type }) => type.includes('message_sent'))).toHaveLength(1)
})

test('what is unsent survives a reload, and what is sent can be changed and taken back', async () => {
  await page.clock.setFixedTime('2026-11-22T10:16:00Z')
  await opened('bn')
  server.intercept = (frame) => frame.type === 'send_message'
  await page.locator('textarea').fill('যাচ্ছে')
  await page.locator('textarea').press('Enter')
  await page.locator('.parley-tick-pending').waitFor()
  await page.locator('textarea').fill('অসমাপ্ত')
  server.intercept = () => false
  await opened('bn')
  await page.locator('.parley-tick-sent').waitFor()
  expect(await page.locator('textarea').inputValue()).toBe('অসমাপ্ত')

  const more = page.locator('.parley-more')
  await more.focus()
  await page.keyboard.press('Enter')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.locator('textarea').inputValue()).toBe('যাচ্ছে')
  await page.locator('textarea').fill('গেছে')
  await page.keyboard.press('Enter')
  await page.locator('article', { hasText: 'গেছে' }).waitFor()
  expect(await page.locator('textarea').inputValue()).toBe('অসমাপ্ত')

  await page.locator('article').hover()
  await more.click()
  await page.locator('.parley-choices button').last().click()
  await page.locator('.parley-choices button').last().click()
  await page.locator('.parley-deleted').waitFor()
  expect(written()).toEqual(['যাচ্ছে', 'গেছে'])
  expect(troubles).toEqual([])
})

test('the title tells how much is unread while the widget is closed, and the page hears of it', async () => {
  await opened()
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    addEventListener('parley-message', (event) => {
      document.body.dataset['news'] = JSON.stringify((event as CustomEvent<unknown>).detail)
    })
  })
  const seq = room.message(VENDOR, 'بله، موجود است.')
  const { updated_at } = room.view(GUEST)
  server.say({
    type: 'room_updated',
    room_id: room.id,
    seq,
    unread_count: 1,
    updated_at,
    last_message: {
      id: '76c8b844-cbff-81c2-b7ec-000000000002',
      room_id: room.id,
      seq,
      sender: VENDOR.id,
      sender_username: VENDOR.name,
      guest: false,
      guest_id: null,
      role: 'vendor',
      content: 'بله، موجود است.',
      message_type: 'text',
      file_url: null,
      is_read: false,
      read_at: null,
      edited_at: null,
      deleted: false,
      created_at: updated_at,
    },
  })
  await page.waitForFunction(() => document.title === '(۱) گلدان سفالی')
  expect(await page.locator('body').getAttribute('data-news')).toContain('بله، موجود است.')
  await page.locator('.parley-launcher').click()
  await page.waitForFunction(() => document.title === 'گلدان سفالی')
})

test('what is read keeps its place when older messages come before it', async () => {
  for (let i = 2; i <= 400; i++) {
    room.message(i % 3 ? VENDOR : GUEST, `${i} ${'پیام بلند '.repeat(i % 17)}`)
  }
  await opened()
  await page.getByText(/^400 /).waitFor()
  let release = () => {}
  const held = new Promise<void>((done) => (release = done))
  await page.route(/after_seq=200/, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(/after_seq=200/)
  const answered = page.waitForResponse(/after_seq=200/)
  for (let up = true; up;) {
    up = await scroller().evaluate(
      (element) => (element.scrollBy(0, -200), element.scrollTop > 250),
    )
    await settled()
  }
  await asked
  const place = await page.evaluate(watchOne)
  release()
  await answered
  await page.waitForFunction(() => {
    const root = document.querySelector('parley-chat')?.shadowRoot
    return (root?.querySelector('.parley-scroller')?.scrollTop ?? 0) > 1_000
  })
  await settled()
  expect(Math.abs((await page.evaluate(offsetOf, place.text)) - place.top)).toBeLessThan(1)
})

test('a room with fifty thousand messages is read from its end to its beginning', async () => {
  for (let i = 2; i <= 50_000; i++) room.message(i % 3 ? VENDOR : GUEST, `${i} سلام`)
  await opened('bn')
  await page.getByText('50000 سلام').waitFor()
  const begin = Date.now()
  await scroller().evaluate(async (element) => {
    while (element.scrollTop > 0 || element.scrollHeight < 2_500_000) {
      element.scrollTop = 0
      await new Promise(requestAnimationFrame)
    }
  })
  await page.getByText(/^2 سلام/).waitFor()
  const seconds = (Date.now() - begin) / 1_000
  expect(await page.locator('.parley-row').count()).toBeLessThan(100)
  const slowest = await scroller().evaluate(async (element) => {
    let longest = 0
    for (let i = 0; i < 60; i++) {
      const before = performance.now()
      element.scrollTop = ((i * 7_919) % 50_000) * 50
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      longest = Math.max(longest, performance.now() - before)
    }
    return longest
  })
  room.message(VENDOR, 'تازه')
  await page.locator('.parley-newest .parley-badge').waitFor()
  await page.locator('.parley-newest').click()
  await page.locator('article', { hasText: 'تازه' }).waitFor()
  console.info(`50,000 messages: loaded in ${seconds} s; the slowest jump took ${slowest} ms`)
  expect(slowest).toBeLessThan(1_000)
}, 120_000)

/** Two frames later everything is measured and in its place. */
async function settled(): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
  })
}

/** The first message that is in view, and where. */
function watchOne(): { text: string; top: number } {
  const root = document.querySelector('parley-chat')?.shadowRoot
  const box = root?.querySelector('.parley-scroller')?.getBoundingClientRect()
  for (const message of root?.querySelectorAll<HTMLElement>('.parley-message') ?? []) {
    const { top } = message.getBoundingClientRect()
    if (box !== undefined && top >= box.top) return { text: message.innerText, top }
  }
  return { text: '', top: 0 }
}

function offsetOf(text: string): number {
  const root = document.querySelector('parley-chat')?.shadowRoot
  const messages = [...(root?.querySelectorAll<HTMLElement>('.parley-message') ?? [])]
  return (
    messages.find((message) => message.innerText === text)?.getBoundingClientRect().top ??
    Number.NaN
  )
}

test.each([
  ['fa', 'light'],
  ['bn', 'dark'],
  ['en', 'light'],
] as const)('axe finds nothing in %s, %s', async (lang, colorScheme) => {
  await page.emulateMedia({ colorScheme })
  room.message(GUEST, 'سلام، هنوز موجود است؟')
  room.message(VENDOR, 'بفرمایید https://example.com/')
  await opened(lang)
  await page.locator('.parley-message').first().waitFor()
  expect(await axe(page)).toEqual([])
  if (process.env['SCREENSHOTS'] !== undefined) {
    await page.screenshot({ path: `${process.env['SCREENSHOTS']}/${lang}-${colorScheme}.png` })
  }
})
