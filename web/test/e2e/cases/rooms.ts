import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { PHONE, area, expectAccessible, saying, times, write } from '../stage'
import type { Stage } from '../stage'

/** The public rooms. */
export function inPublicRooms(stage: Stage): void {
  test('two visitors talk in a public room, in Bangla', async () => {
    const one = await entered(stage, 'মিতু')
    const other = await entered(stage, 'রফিক', PHONE)
    await one.locator('.parley-people li', { hasText: 'রফিক' }).waitFor()
    await area(one).pressSequentially('হ্যালো')
    await other.locator('.parley-typing', { hasText: 'মিতু' }).waitFor()
    await write(one, 'হ্যালো সবাই! আজকের খেলা দেখেছেন? 👋')
    await saying(other, 'হ্যালো সবাই!').waitFor()
    await write(other, 'দেখেছি, দারুণ ছিল।')
    await saying(one, 'দেখেছি, দারুণ ছিল।').waitFor()
    for (const page of [one, other]) {
      expect(await page.locator('html').getAttribute('lang')).toBe('bn')
      expect(await times(page, 'হ্যালো সবাই!')).toBe(1)
      await expectAccessible(page)
    }
    await other.locator('.parley-header .parley-link').tap()
    await one.locator('.parley-people li', { hasText: 'রফিক' }).waitFor({ state: 'detached' })
  })
}

/** The page of a visitor who has come in. */
export async function entered(stage: Stage, name: string, options = {}): Promise<Page> {
  const page = await stage.open('/rooms/', options)
  await expectAccessible(page)
  await page.locator('input').first().fill(name)
  await page.locator('.parley-public-room', { hasText: 'খেলাধুলা' }).getByRole('button').click()
  await page.locator('.parley-people li', { hasText: name }).waitFor({ state: 'attached' })
  return page
}
