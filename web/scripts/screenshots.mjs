// npm run screenshots: every page in three languages, light and dark, on a desktop and a phone, of
// a standalone start that runs (http://localhost:8080, or PARLEY_URL) and gets some conversations
// to show. The pictures are in target/screenshots, or where SCREENSHOTS says.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { seed } from './talk.mjs'

const SITE = process.env.PARLEY_URL ?? 'http://localhost:8080'
const TO = process.env.SCREENSHOTS ?? 'target/screenshots'
const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
}

mkdirSync(TO, { recursive: true })
const seeded = await seed(SITE)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
for (const lang of ['fa', 'bn', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [device, look] of Object.entries(DEVICES)) {
      const context = await browser.newContext({ ...look, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await shop(page, lang, `${lang}-${colorScheme}-${device}`)
      await rooms(page, lang, `${lang}-${colorScheme}-${device}`)
      await vendor(page, lang, `${lang}-${colorScheme}-${device}`)
      await admin(page, lang, `${lang}-${colorScheme}-${device}`)
      await context.close()
      console.log(`${lang}, ${colorScheme}, ${device}`)
    }
  }
}
await browser.close()

async function shot(page, name, look) {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: `${TO}/${name}-${look}.png` })
}

async function shop(page, lang, look) {
  await page.goto(`${SITE}/shop/?lang=${lang}`)
  await page.locator('.products img').last().waitFor()
  await shot(page, 'shop', look)
  await page.locator('#account').selectOption('42')
  await page.goto(`${SITE}/products/101?lang=${lang}`)
  await page.locator('.product img').waitFor()
  await shot(page, 'product', look)
  await page.locator('.parley-launcher').click()
  await page.locator('.parley-room').nth(2).waitFor()
  await shot(page, 'widget-list', look)
  await page.locator('.parley-room', { hasText: 'فرش دستباف' }).click()
  await page.locator('article.parley-message').nth(3).waitFor()
  await shot(page, 'widget-room', look)
}

async function rooms(page, lang, look) {
  await page.goto(`${SITE}/rooms/?lang=${lang}`)
  await page.locator('.parley-public-room').nth(3).waitFor()
  await shot(page, 'rooms', look)
  await page.locator('input').first().fill('মিতু')
  await page
    .locator('.parley-public-room', { hasText: seeded.publicRoom })
    .locator('button')
    .click()
  await page.locator('article.parley-message').nth(3).waitFor()
  await page.locator('.parley-people li').first().waitFor({ state: 'attached' })
  await shot(page, 'public-room', look)
}

async function vendor(page, lang, look) {
  await page.goto(`${SITE}/vendor/chats/?lang=${lang}`)
  await page.locator('.parley-account').first().waitFor()
  await shot(page, 'vendor-sign-in', look)
  await page.locator('.parley-account', { hasText: 'اصفهانی' }).click()
  await page.locator('.parley-queue-row').nth(2).waitFor()
  await shot(page, 'vendor-queue', look)
  await page.locator(`[data-room="${seeded.room}"]`).click()
  await page.locator('article.parley-message').nth(3).waitFor()
  await shot(page, 'vendor-room', look)
}

async function admin(page, lang, look) {
  await page.goto(`${SITE}/admin/chats/?lang=${lang}`)
  await page.locator('.parley-account').first().click()
  await page.locator('.admin-result').nth(2).waitFor()
  await shot(page, 'admin-conversations', look)
  await page.goto(`${SITE}/admin/chats/?lang=${lang}&search=${encodeURIComponent('فرش')}`)
  await page.locator('mark').first().waitFor()
  await shot(page, 'admin-search', look)
  await page.goto(`${SITE}/admin/chats/?lang=${lang}&room=${seeded.room}`)
  await page.locator('.admin-transcript article').nth(2).waitFor()
  await shot(page, 'admin-transcript', look)
  await page.goto(`${SITE}/admin/chats/?lang=${lang}&tab=statistics`)
  await page.locator('canvas').nth(2).waitFor()
  await shot(page, 'admin-statistics', look)
  await page.goto(`${SITE}/admin/chats/?lang=${lang}&tab=rooms`)
  await page.locator('tr').nth(2).waitFor()
  await shot(page, 'admin-rooms', look)
}
