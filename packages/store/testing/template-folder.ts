import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** vitest runs it around a whole run: one folder in which the test files share filled homes, gone when the run is over. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'yd-templates-'))
  // PostgreSQL's user must be able to pass through.
  chmodSync(folder, 0o711)
  process.env.YUNDIAO_TEST_TEMPLATES = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
