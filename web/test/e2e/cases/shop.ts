import { expect, test } from 'vitest'
import { Api, CARPETS } from '../api'
import { PHONE, area, ask, expectAccessible, saying, write } from '../stage'
import type { Stage } from '../stage'

const QUESTION = 'سلام، این فرش هنوز موجود است؟ می‌خواهم دو تا بخرم 🙏🏽'

/** A shop's pages and the widget in them. */
export function inTheShop(stage: Stage): void {
  test.each([
    ['fa', 'rtl'],
    ['bn', 'ltr'],
    ['en', 'ltr'],
  ])('the shop and the widget read from their own side, in %s', async (lang, dir) => {
    const page = await stage.open(`/shop/?lang=${lang}`)
    await ask(page, 201)
    const root = page.locator('parley-chat .parley')
    expect(await page.locator('html').getAttribute('dir')).toBe(dir)
    expect(await root.getAttribute('dir')).toBe(dir)
    await write(page, QUESTION)
    await saying(page, QUESTION).waitFor()
    const [panel, own] = await Promise.all(
      [page.locator('.parley-messages'), saying(page, QUESTION)].map((each) => each.boundingBox()),
    )
    const middle = (box: typeof panel) => (box?.x ?? 0) + (box?.width ?? 0) / 2
    expect(middle(own ?? null) < middle(panel ?? null)).toBe(dir === 'rtl')
    await expectAccessible(page)
  })

  test('a product has a page of its own, and whoever is signed in stays so', async () => {
    const page = await stage.open('/shop/?lang=en', { colorScheme: 'dark' })
    await page.locator('#account').selectOption('43')
    await page.getByRole('link', { name: 'دیوان حافظ' }).click()
    await page.locator('.product img').waitFor()
    expect(new URL(page.url()).pathname).toBe('/products/302')
    expect(await page.title()).toBe('دیوان حافظ')
    await ask(page, 302)
    await expectAccessible(page)
    await write(page, 'Is it bound in leather?')
    await page.locator('.parley-tick-sent').waitFor()
    const rahim = await Api.of(stage.endpoint, { user_id: 43, username: 'রহিম', roles: ['buyer'] })
    const products = async () => (await rahim.rooms()).map(({ product }) => product?.id)
    await expect.poll(products).toContain(302)
  })

  test('a guest who signs in keeps the conversation', async () => {
    const page = await stage.open('/shop/?lang=fa')
    await ask(page, 103)
    await write(page, QUESTION)
    await page.locator('.parley-tick-sent').waitFor()
    await page.locator('.parley-header button').last().click()
    await page.locator('#account').selectOption('42')
    await page.locator('.parley-launcher').click()
    await page.locator('.parley-room', { hasText: 'گبه شیرازی' }).click()
    await saying(page, QUESTION).waitFor()
    await write(page, 'حالا با حساب خودم هستم.')
    await page.locator('.parley-tick-sent').last().waitFor()
    const vendor = await Api.of(stage.endpoint, CARPETS)
    const roomId = await vendor.roomAbout(103)
    await expect.poll(() => vendor.said(roomId)).toEqual([QUESTION, 'حالا با حساب خودم هستم.'])
  })

  test('on a phone the widget is the whole page, and can be left again', async () => {
    const page = await stage.open('/products/204?lang=bn', PHONE)
    await ask(page, 204)
    const panel = await page.locator('.parley-panel').boundingBox()
    expect(panel).toMatchObject({ x: 0, y: 0, width: 390, height: 780 })
    await write(page, 'চা কি এই বছরের? ☕')
    await page.locator('.parley-tick-sent').waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.locator('.parley-header button').last().tap()
    await page.locator('.parley-launcher').waitFor()
    await area(page).waitFor({ state: 'detached' })
  })
}
