import type { ServerResponse } from 'node:http'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtPages, builtWidget } from '../built'
import { PublicServer } from '../publicServer'
import { until } from '../world'
import { axe } from './axe'
import { serve } from './site'

const MARKET = {
  vendors: [
    {
      id: 1,
      name: 'فرش‌سرای اصفهان',
      products: [
        {
          id: 101,
          title: 'فرش دستباف اصفهان',
          price: 185_000_000,
          url: null,
          image_url: '/images/101.svg',
        },
      ],
    },
    {
      id: 3,
      name: 'کتاب‌فروشی نیم‌فاصله',
      products: [{ id: 302, title: 'دیوان حافظ', price: 690_000, url: null, image_url: null }],
    },
  ],
  accounts: [{ user_id: 43, username: 'রহিম', roles: ['buyer'] }],
}

let browser: Browser
let server: PublicServer
let files: Map<string, string | Uint8Array>

beforeAll(async () => {
  files = await builtPages()
  files.set('/parley-chat.js', (await builtWidget())[0].code)
  server = await PublicServer.start(pages)
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
}, 60_000)

afterAll(async () => {
  await browser.close()
  await server.stop()
})

function pages(url: string, response: ServerResponse): boolean {
  if (url === '/api/dev/marketplace/') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(MARKET))
    return true
  }
  return serve(files, url, response)
}

async function opened(path: string, troubles: string[], width = 1_000): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(server.endpoint + path)
  return page
}

test('two visitors talk in a public room, in Bangla', async () => {
  const troubles: string[] = []
  const [one, other] = [
    await opened('/rooms/', troubles),
    await opened('/rooms/?lang=fa', troubles, 390),
  ]
  for (const [page, name] of [
    [one, 'মিতু'],
    [other, 'نسترن‌بانو'],
  ] as const) {
    expect(await axe(page)).toEqual([])
    await page.locator('input').first().fill(name)
    await page.locator('.parley-public-room button').click()
    await page.locator('textarea').waitFor()
  }
  await one.locator('.parley-people li', { hasText: 'نسترن‌بانو' }).waitFor()
  await one.locator('textarea').fill('হ্যালো সবাই! 👋')
  await other.getByText('মিতু').first().waitFor()
  await one.locator('textarea').press('Enter')
  await other.locator('article', { hasText: 'হ্যালো সবাই! 👋' }).waitFor()
  await until(() => server.messages.length === 1)
  for (const page of [one, other]) {
    expect(await axe(page)).toEqual([])
    if (process.env['SCREENSHOTS'] !== undefined) {
      await page.screenshot({
        path: `${process.env['SCREENSHOTS']}/room-${page === one ? 'bn' : 'fa'}.png`,
      })
    }
    await page.close()
  }
  expect(troubles).toEqual([])
}, 60_000)

test.each(['fa', 'bn', 'en'])(
  'the demo shop has the widget beside its products, in %s',
  async (lang) => {
    const troubles: string[] = []
    const page = await opened(`/shop/?lang=${lang}`, troubles)
    await page.locator('.parley-product-button').nth(1).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'fa' ? 'rtl' : 'ltr')
    expect(await axe(page)).toEqual([])
    await page.locator('.parley-launcher').waitFor()
    if (process.env['SCREENSHOTS'] !== undefined) {
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/shop-${lang}.png` })
    }
    await page.close()
    expect(troubles).toEqual([])
  },
  60_000,
)
