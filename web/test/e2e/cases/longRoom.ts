import { expect, test } from 'vitest'
import { Api, BOOKS } from '../api'
import type { Stage } from '../stage'

const MESSAGES = 50_000
const AT_ONCE = 200

/** A room that has grown for years. */
export function inALongRoom(stage: Stage): void {
  test('fifty thousand messages are scrolled through, from the newest to the first', async () => {
    const buyer = { user_id: 4_242, username: 'পুরোনো ক্রেতা', roles: ['buyer'] }
    const [api, vendor] = await Promise.all(
      [buyer, BOOKS].map((account) => Api.of(stage.endpoint, account)),
    )
    const { room_id } = await api!.start(3, 304)
    await fill((i) => (i % 3 === 0 ? api! : vendor!).write(room_id, `${i} قلم‌نی و مرکّب`))

    const page = await stage.open('/shop/?lang=fa')
    const { token } = api!
    await page.locator('parley-chat').evaluate((chat, t) => chat.setAttribute('token', t), token)
    await page.locator('.parley-launcher').click()
    await page.locator('.parley-room').first().click()
    await page.locator('.parley-scroller').waitFor()
    const shown = () => page.locator('.parley-row').count()
    await expect.poll(shown).toBeGreaterThan(5)
    await page.locator('.parley-scroller').evaluate(async (element) => {
      while (element.scrollTop > 0 || element.scrollHeight < 2_500_000) {
        element.scrollTop = 0
        await new Promise(requestAnimationFrame)
      }
    })
    expect(await shown()).toBeLessThan(100)
    const slowest = await page.locator('.parley-scroller').evaluate(async (element) => {
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
    console.info(`The slowest of 60 jumps in ${MESSAGES} messages took ${Math.round(slowest)} ms.`)
    expect(await shown()).toBeLessThan(100)
  }, 600_000)
}

async function fill(write: (i: number) => Promise<unknown>): Promise<void> {
  let next = 1
  const one = async () => {
    while (next <= MESSAGES) await write(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}
