import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const answers = (command: string, argument: string): boolean => {
  try {
    execFileSync(command, [argument], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

/** Whether LibreOffice and poppler are on the machine; the tests that need them are skipped otherwise. */
export const hasSoffice = answers('soffice', '--version') && answers('pdftotext', '-v')

/** Several files converted in one start of LibreOffice, in the order given: `docx` in, `pdf` (or `docx`, `csv`) out. */
export const convertAll = (all: readonly Uint8Array[], from: string, to: string): Buffer[] => {
  const folder = mkdtempSync(join(tmpdir(), 'yundiao-office-'))
  try {
    const sources = all.map((bytes, i) => {
      const source = join(folder, `paper${i}.${from}`)
      writeFileSync(source, bytes)
      return source
    })
    const out = join(folder, 'out')
    const profile = `-env:UserInstallation=file://${folder}/profile`
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, ...sources], {
      stdio: 'ignore',
      timeout: 120_000,
    })
    return sources.map((source) => readFileSync(join(out, `${basename(source, `.${from}`)}.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bytes converted by LibreOffice. */
export const convert = (bytes: Uint8Array, from: string, to: string): Buffer => {
  const [made] = convertAll([bytes], from, to)
  if (!made) throw new Error('LibreOffice gave nothing')
  return made
}

/** The text of a PDF, laid out; `page` one page only. */
export const pdfText = (pdf: Uint8Array, page?: number): string => {
  const pages = page === undefined ? [] : ['-f', String(page), '-l', String(page)]
  return execFileSync('pdftotext', ['-layout', ...pages, '-', '-'], { input: pdf, encoding: 'utf8' })
}
