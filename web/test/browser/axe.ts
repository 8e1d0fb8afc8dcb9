import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe finds wrong in a page: the rules and where. It comes in beside the page's policy. */
export async function axe(page: Page): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: AXE })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) =>
      JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])))`,
    awaitPromise: true,
  })
  await session.detach()
  return JSON.parse(String(result.value)) as unknown[]
}
