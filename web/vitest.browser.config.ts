import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** In a real browser: Debian's Chromium, or the one that CHROMIUM names. */
export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['test/browser/*.browser.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
