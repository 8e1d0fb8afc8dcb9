import { defineConfig } from 'vitest/config'

/** Browsers against the standalone start, which PARLEY_CLASSPATH names. */
export default defineConfig({
  test: {
    include: ['test/e2e/*.e2e.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
