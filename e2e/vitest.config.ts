import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['../packages/store/testing/template-folder.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each file has a product and a browser of its own, and waits more than it works.
    maxWorkers: 2,
    sequence: { concurrent: false },
    expect: { poll: { timeout: 10_000 } },
  },
})
