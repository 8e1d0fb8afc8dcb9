import { expect, test } from 'vitest'
import { Api, BOOKS } from '../api'
import type { Stage } from '../stage'

const MESSAGES = 50_000
const AT_ONCE = 256
const BUYER = { user_id: 4_242, username: 'পুরোনো ক্রেতা', roles: ['buyer'] }

/** A room that has grown for years. */
export function inALongRoom(stage: Stage): void {
  test('fifty thousand messages are scrolled through, from the newest to the first', async () => {
    const [buyer, vendor] = await Promise.all([
      Api.of(stage.endpoint, BUYER),
      Api.of(stage.endpoint, BOOKS),
    ])
    const { room_id } = await buyer.start(3, 304)
    const begin = Date.now()
    await fill((i) => (i % 3 === 0 ? buyer : vendor).write(room_id, `${i} قلم‌نی و مرکّب`))
    const seconds = Math.round((Date.now() - begin) / 1_000)

    const page = await stage.open('/shop/?lang=fa')
    await page
      .locator('parley-chat')
      .evaluate((chat, token) => chat.setAttribute('token', token), buyer.token)
    await page.locator('.parley-launcher').click()
    await page.locator('.parley-room').first().click()
    const scroller = page.locator('.parley-scroller')
    const drawn = () => page.locator('.parley-row').count()
    await expect.poll(drawn).toBeGreaterThan(5)
    await scroller.evaluate(toTheFirst)
    expect(await drawn()).toBeLessThan(100)
    const slowest = Math.round(await scroller.evaluate(slowestJump))
    expect(await drawn()).toBeLessThan(100)
    console.info(`50,000 messages: written in ${seconds} s; the slowest jump took ${slowest} ms`)
  }, 600_000)
}

async function fill(write: (i: number) => Promise<unknown>): Promise<void> {
  let next = 1
  const one = async () => {
    while (next <= MESSAGES) await write(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/** Older messages are loaded until there are none. */
async function toTheFirst(element: Element): Promise<void> {
  while (element.scrollTop > 0 || element.scrollHeight < 2_500_000) {
    element.scrollTop = 0
    await new Promise(requestAnimationFrame)
  }
}

/** In milliseconds, of jumps all over the room. */
async function slowestJump(element: Element): Promise<number> {
  let longest = 0
  for (let i = 0; i < 60; i++) {
    const before = performance.now()
    element.scrollTop = ((i * 7_919) % 50_000) * 50
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    longest = Math.max(longest, performance.now() - before)
  }
  return longest
}
