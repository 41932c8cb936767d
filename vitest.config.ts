import { defineConfig } from 'vitest/config'

/** Tests without state of their own: they share a worker's modules, which spares most of their time. */
const PURE = [
  'packages/{kernel,rules,figures,ledgers,directives,briefings,analysis,scorecards,ui}/**/*.test.ts',
  'domains/**/*.test.ts',
  'cities/**/*.test.ts',
  'apps/web/**/*.test.ts',
]

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'e2e/**'],
    // A deep run does the same thousands of times.
    testTimeout: process.env.YUNDIAO_DEEP ? 240_000 : 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['packages', 'apps', 'bench', 'scripts'].map((house) => `${house}/**/*.test.ts`),
          exclude: PURE,
          globalSetup: ['packages/store/testing/template-folder.ts'],
        },
      },
    ],
  },
})
