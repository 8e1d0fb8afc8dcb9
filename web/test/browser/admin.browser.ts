import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ADMIN } from '../adminData'
import { AdminServer } from '../adminServer'
import { builtPages } from '../built'
import { GUEST } from '../room'
import { until } from '../world'
import { axe } from './axe'
import { serve } from './site'

const CLAIMS = { sub: '9', username: ADMIN.name, roles: ['admin'] }
const TOKEN = `e30.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.sig`

let browser: Browser
let files: Map<string, string | Uint8Array>
let server: AdminServer
let page: Page
let troubles: string[]

beforeAll(async () => {
  files = await builtPages()
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}, 60_000)

afterAll(() => browser.close())

beforeEach(async () => {
  server = await AdminServer.start(pages)
  troubles = []
})

afterEach(async () => {
  await page.close()
  await server.stop()
})

function pages(url: string, response: ServerResponse): boolean {
  const account = { user_id: 9, username: ADMIN.name, roles: ['admin'] }
  const demo: Record<string, unknown> = {
    '/api/dev/marketplace/': { vendors: [], accounts: [account] },
    '/api/dev/token/': { token: TOKEN },
  }
  if (!(url in demo)) return serve(files, url, response)
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(demo[url]))
  return true
}

interface Look {
  lang: string
  width: number
  colorScheme: 'light' | 'dark'
}

const DESKTOP: Look = { lang: 'en', width: 1_280, colorScheme: 'light' }

async function opened(query = '', { lang, width, colorScheme }: Look = DESKTOP): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(`${server.endpoint}/admin/chats/?lang=${lang}${query}`)
  await page.locator('.parley-account').click()
}

async function shot(name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] === undefined) return
  await page.screenshot({ path: `${process.env['SCREENSHOTS']}/admin-${name}.png` })
}

const untroubled = () => expect(troubles.filter((each) => !each.includes('favicon'))).toEqual([])

test('an admin finds a message, and what is looked for is kept in the address', async () => {
  await opened()
  await page.locator('.admin-result').nth(3).waitFor()
  await page.getByRole('searchbox').fill('گلدان')
  await page.getByRole('searchbox').press('Enter')
  await page.locator('mark', { hasText: 'گلدان' }).waitFor()
  await page.getByRole('button', { name: 'Messages', exact: true }).click()
  await page.locator('mark', { hasText: 'গোলদান' }).waitFor()
  expect(await page.locator('.admin-snippet', { hasText: '<i>' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByLabel('Reports').selectOption('true')
  await until(() => server.count('/messages/') === 2)
  expect(server.asked.at(-1)?.request).toContain('reported=true')
  const address = new URL(page.url())
  expect(Object.fromEntries(address.searchParams)).toEqual({
    lang: 'en',
    search: 'گلدان',
    list: 'messages',
    reported: 'true',
  })
  await page.reload()
  await page.locator('mark', { hasText: 'گلدان' }).waitFor()
  await page.locator('.admin-result').first().click()
  await page.locator('.admin-looked-at', { hasText: 'گلدان' }).waitFor()
  await page.goBack()
  await page.locator('.admin-choose').waitFor()
  expect(server.asked.every(({ request }) => !request.includes(TOKEN))).toBe(true)
  untroubled()
})

test('a transcript has every edit, and goes on while nobody sees the admin', async () => {
  await opened()
  await page.locator('.admin-result').first().click()
  const answer = page.locator('article', { hasText: 'سه تا موجود است' })
  await answer.waitFor()
  expect(await answer.locator('.admin-versions li').count()).toBe(2)
  await page.locator('.admin-gone', { hasText: '۰۹۱۲' }).waitFor()
  await page.getByText('<b>x</b>').waitFor()
  await until(() => server.chat.framesOf('join_room').length === 1)
  server.room.message(GUEST, 'هنوز هستید؟')
  await page.locator('article', { hasText: 'هنوز هستید؟' }).waitFor()
  await page.locator('.admin-transcript .parley-scroller').focus()
  await page.mouse.move(700, 500)
  const said = new Set(server.chat.frames.map(({ type }) => type))
  expect([...said]).toEqual(['join_room'])
  untroubled()
})

test('an admin deletes a message, archives the room, closes reports, and saves it all', async () => {
  await opened()
  await page.locator('.admin-result').first().click()
  const question = page.locator('article', { hasText: 'Isfahan' })
  await question.getByRole('button').click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('Isfahan').waitFor()
  expect(await axe(page)).toEqual([])
  await shot('delete')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await question.getByRole('button').click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.locator('.admin-gone', { hasText: 'Isfahan' }).waitFor()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await page.getByRole('button', { name: 'Reopen' }).waitFor()
  await page.locator('.admin-event', { hasText: `archived the conversation` }).last().waitFor()
  await page.getByRole('button', { name: 'Close the reports' }).click()
  await page.getByText('All closed').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  const file = await (await download).path()
  expect((await download).suggestedFilename()).toBe(`parley-${server.room.id}.csv`)
  expect(readFileSync(file, 'utf8')).toBe('\ufeffseq,content\r\n')
  const asked = server.asked.find(({ request }) => request.includes('/export/'))
  expect(asked).toEqual({
    request: `GET /api/chat/admin/rooms/${server.room.id}/export/?format=csv`,
    authorization: `Bearer ${TOKEN}`,
  })
  untroubled()
})

test('statistics are plots and tables, and the health is asked for again', async () => {
  await opened('&tab=statistics')
  await page.locator('canvas').nth(4).waitFor()
  await page.getByText('As a table').first().click()
  expect(await page.locator('.admin-plot table').first().locator('tbody tr').count()).toBe(24)
  await page.getByText('The event cannot be read.').waitFor()
  const painted = await page
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return data.some((value) => value !== 0)
    })
  expect(painted).toBe(true)
  await until(() => server.count('/health/') >= 2)
  await page.getByRole('button', { name: 'گلدان سفالی لعاب‌دار' }).click()
  await until(() => server.asked.at(-1)?.request.includes('product_id=123') === true)
  untroubled()
})

test('public rooms are created, changed, looked into and taken away', async () => {
  await opened('&tab=rooms')
  await page.getByRole('button', { name: 'New room' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('نیم‌فاصله و ادب')
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Create' }).click()
  const row = page.locator('tr', { hasText: 'نیم‌فاصله و ادب' })
  await row.getByRole('button', { name: /^Edit/ }).click()
  await dialog.getByLabel('Name').fill('ادبیات')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /Who is in .*সিনেমা-গান/ }).click()
  await dialog.getByText('نسترن‌بانو').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /Delete .*ادبیات/ }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await page.locator('tr', { hasText: 'ادبیات' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /Transcript of/ }).click()
  await page.locator('article', { hasText: 'হ্যালো সবাই! 👋' }).waitFor()
  untroubled()
})

test.each([
  [403, 'Only admins may see this'],
  [503, 'The services cannot answer now'],
])('an answer of %s is said in words', async (status, words) => {
  server.instead = (_, path) =>
    path.includes('/admin/') ? { status, json: { code: 'x', detail: 'x' } } : undefined
  await opened()
  await page.getByRole('alert').filter({ hasText: words }).waitFor()
  expect(await axe(page)).toEqual([])
})

const LOOKS = ['fa', 'bn', 'en'].flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [1_280, 390].map((width): [string, Look] => [
      `${lang}-${colorScheme}-${width > 500 ? 'desktop' : 'phone'}`,
      { lang, colorScheme, width },
    ]),
  ),
)

test.each(LOOKS)(
  'axe finds nothing: %s',
  async (name, look) => {
    await opened('', look)
    await page.locator('.admin-result').nth(3).waitFor()
    expect(await axe(page)).toEqual([])
    if (look.width < 500) await shot(`list-${name}`)
    await page.locator('.admin-result').first().click()
    await page.locator('article').nth(3).waitFor()
    await page.locator('.admin-reports').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(`room-${name}`)
    await page.getByRole('tab').nth(1).click()
    await page.locator('canvas').nth(4).waitFor()
    await page.locator('.admin-health table').nth(1).waitFor()
    expect(await axe(page)).toEqual([])
    await page.setViewportSize({ width: look.width, height: 2_000 })
    await shot(`statistics-${name}`)
    await page.setViewportSize({ width: look.width, height: 900 })
    await page.getByRole('tab').nth(2).click()
    await page.locator('.admin-rooms tbody tr').first().waitFor()
    expect(await axe(page)).toEqual([])
    await shot(`rooms-${name}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    untroubled()
  },
  60_000,
)

test('a day is chosen in the Persian calendar, and the address keeps it in ours', async () => {
  await opened('&from=2026-11-22', { lang: 'fa', width: 1_280, colorScheme: 'light' })
  const [from, to] = [page.locator('.admin-day').first(), page.locator('.admin-day').last()]
  await expect.poll(() => from.textContent()).toMatch(/۱.*آذر.*۱۴۰۵/)
  await to.click()
  await expect.poll(() => page.locator('.admin-calendar-month').textContent()).toBe('آذر ۱۴۰۵')
  await page.locator('.admin-date:not([data-outside-view])', { hasText: /^\s*۵\s*$/ }).click()
  await page.waitForURL((url) => url.searchParams.get('to') === '2026-11-26')
  await from.click()
  await page.locator('.admin-date[data-selected]').waitFor()
  expect(await axe(page)).toEqual([])
  await shot('calendar-fa')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('from') === '2026-10-23')
  await from.click()
  await page.locator('.admin-calendar > button').click()
  await page.waitForURL((url) => !url.searchParams.has('from'))
  untroubled()
})
