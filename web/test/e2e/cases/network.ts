import { expect, onTestFinished, test } from 'vitest'
import { Api, CARPETS } from '../api'
import { Cable } from '../cable'
import { ask, saying, times, write } from '../stage'
import type { Stage } from '../stage'
import { entered } from './rooms'

const NUMBERS = ['۱ نخست', '২ দ্বিতীয়', '3 third', '۴ چهارم']

/** What a page does when there is nobody at the other end. */
export function whenTheConnectionIsLost(stage: Stage): void {
  test('a network is cut and restored, and nothing is lost or doubled', async () => {
    stage.expectTrouble(/ERR_/, /WebSocket connection/)
    const cable = await Cable.to(stage.parley.port)
    onTestFinished(() => cable.remove())
    const page = await stage.open('/shop/?lang=fa', {}, cable.endpoint)
    await ask(page, 101)
    await write(page, 'پیش از بریدن')
    await page.locator('.parley-tick-sent').waitFor()
    const vendor = await Api.of(stage.endpoint, CARPETS)
    const roomId = await vendor.roomAbout(101)
    for (const [i, text] of NUMBERS.entries()) {
      cable.cut()
      await page.locator('.parley-banner:not(:empty)').waitFor()
      await write(page, text)
      await vendor.write(roomId, `پاسخ ${i}`)
      await page.locator('.parley-tick-pending').waitFor()
      cable.mend()
      await saying(page, `پاسخ ${i}`).waitFor()
      await page.locator('.parley-tick-pending').waitFor({ state: 'detached' })
    }
    const all = ['پیش از بریدن', ...NUMBERS, ...NUMBERS.map((_, i) => `پاسخ ${i}`)]
    await expect.poll(async () => (await vendor.said(roomId)).sort()).toEqual(all.sort())
    for (const text of all) expect(await times(page, text)).toBe(1)
  })

  test('the server is killed and started again under open pages', async () => {
    stage.expectTrouble(/ERR_/, /WebSocket connection/, /503/)
    const buyer = await stage.open('/products/301?lang=en')
    await ask(buyer, 301)
    await write(buyer, 'before it was killed')
    await buyer.locator('.parley-tick-sent').waitFor()
    const visitor = await entered(stage, 'নাজমা')
    await write(visitor, 'আগে')
    await saying(visitor, 'আগে').waitFor()

    await stage.parley.kill()
    await buyer.locator('.parley-banner:not(:empty)').waitFor()
    await write(buyer, 'while it was gone')
    await buyer.locator('.parley-tick-pending').waitFor()
    await stage.parley.startAgain()
    await buyer
      .locator('.parley-banner button')
      .click({ timeout: 2_000 })
      .catch(() => undefined)
    await buyer.locator('.parley-tick-pending').waitFor({ state: 'detached', timeout: 60_000 })
    await saying(buyer, 'before it was killed').waitFor()
    expect(await times(buyer, 'while it was gone')).toBe(1)
    await visitor.locator('.parley-banner:empty').waitFor({ state: 'attached', timeout: 60_000 })
    await write(visitor, 'পরে')
    await saying(visitor, 'পরে').waitFor()
    expect(await times(visitor, 'আগে')).toBe(1)
  }, 180_000)
}
