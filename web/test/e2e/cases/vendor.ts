import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { PHONE, area, ask, expectAccessible, saying, write } from '../stage'
import type { Stage } from '../stage'

const QUESTION = 'سلام، گلیم قشقایی در اندازهٔ ۲×۳ هم دارید؟'
const ANSWER = 'بله، دو تخته در همین اندازه موجود است. 🌿'

/** A vendor's queue and a shop's visitor. */
export function inTheQueue(stage: Stage): void {
  test('a guest writes, the vendor answers from the queue, and both see typing and ticks', async () => {
    const buyer = await stage.open('/shop/?lang=fa')
    await ask(buyer, 102)
    await write(buyer, QUESTION)
    await buyer.locator('.parley-tick-sent').waitFor()

    const vendor = await signedIn(stage, 'fa')
    const row = vendor.locator('.parley-queue-row', { hasText: 'گلیم قشقایی' })
    await row.locator('.parley-badge').waitFor()
    await row.click()
    await saying(vendor, QUESTION).waitFor()
    await buyer.locator('.parley-tick-read').waitFor()
    await expectAccessible(vendor)

    await area(vendor).pressSequentially('بله')
    await buyer.locator('.parley-typing', { hasText: 'اصفهانی' }).waitFor()
    await area(buyer).pressSequentially('م')
    await vendor.locator('.parley-typing:not(:empty)').waitFor()
    await area(buyer).fill('')

    await area(vendor).fill(ANSWER)
    await area(vendor).press('Enter')
    await saying(buyer, ANSWER).waitFor()
    await vendor.locator('.parley-tick-read').waitFor()
    expect(await vendor.title()).toBe('گفتگوهای فروشگاه')
  })

  test('on a phone, from left to right: the queue, a conversation, and back', async () => {
    const buyer = await stage.open('/products/104?lang=en')
    await ask(buyer, 104)
    await write(buyer, 'Do you ship to Dhaka?')
    await buyer.locator('.parley-tick-sent').waitFor()
    const vendor = await signedIn(stage, 'en', { ...PHONE, colorScheme: 'dark' })
    expect(await vendor.locator('html').getAttribute('dir')).toBe('ltr')
    await vendor.locator('.parley-queue-row', { hasText: 'پشتی ترکمن' }).tap()
    await saying(vendor, 'Do you ship to Dhaka?').waitFor()
    await expectAccessible(vendor)
    const wide = await vendor.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    await vendor.locator('.parley-back').tap()
    await vendor.locator('.parley-queue-row').first().waitFor()
  })
}

async function signedIn(stage: Stage, lang: string, options = {}): Promise<Page> {
  const page = await stage.open(`/vendor/chats/?lang=${lang}`, options)
  await page.locator('.parley-account', { hasText: 'اصفهانی' }).click()
  return page
}
