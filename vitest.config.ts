import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'domains/**/*.test.ts',
      'cities/**/*.test.ts',
      'apps/**/*.test.ts',
      'bench/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'e2e/**'],
    globalSetup: ['packages/store/testing/template-folder.ts'],
    // A deep run does the same thousands of times.
    testTimeout: process.env.YUNDIAO_DEEP ? 240_000 : 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
