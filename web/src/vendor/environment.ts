import { browserEnvironment } from '../client'
import type { Environment, Keep } from '../client'

const PLACE = 'parley.vendor.'

/** The browser's, but what is kept is kept apart: who was a guest of a shop in this browser does
 * not become the vendor's account, nor do their drafts. */
export function vendorEnvironment(): Environment {
  const browser = browserEnvironment()
  return { ...browser, keep: apart(browser.keep), tab: apart(browser.tab) }
}

function apart(keep: Keep): Keep {
  return {
    get: (key) => keep.get(PLACE + key),
    set: (key, value) => keep.set(PLACE + key, value),
    remove: (key) => keep.remove(PLACE + key),
  }
}
