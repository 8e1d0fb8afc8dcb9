import { expect, test } from 'vitest'
import { Api } from '../api'
import { expectAccessible } from '../stage'
import type { Stage } from '../stage'

/** Typed on an Arabic keyboard, with a half-space: كتاب‌هاي قديمي. */
const TYPED = 'سلام، كتاب‌هاي قديمي هم می‌خريد؟'

/** The console of admins. */
export function inTheConsole(stage: Stage): void {
  test.each([
    ['as Persians type it', 'کتاب‌های قدیمی'],
    ['without the half-space', 'کتابهای قدیمی'],
    ['with Arabic letters', 'كتابهاي قديمي'],
  ])('an admin finds what was typed with Arabic letters, %s', async (_, search) => {
    const guest = await Api.guest(stage.endpoint)
    await guest.start(3, 303, TYPED)
    const page = await stage.open('/admin/chats/?lang=fa')
    await page.locator('.parley-account', { hasText: 'admin' }).click()
    await page.getByRole('searchbox').fill(search)
    await page.getByRole('searchbox').press('Enter')
    const found = page.locator('.admin-result', { hasText: 'بوستان و گلستان' }).first()
    await found.locator('mark').first().waitFor()
    expect((await found.locator('mark').allTextContents()).join(' ')).toContain('كتاب‌هاي')
    await found.click()
    await page.locator('article', { hasText: TYPED }).first().waitFor()
    await expectAccessible(page)
  })
}
