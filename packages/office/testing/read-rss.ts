import { readFileSync } from 'node:fs'
import { isProblem } from '@yundiao/kernel'
import { readXlsx } from '../xlsx-in.ts'

// Run in a process of its own: reads a file through and prints how far the resident set rose.
const bytes = readFileSync(process.argv[2] ?? '')
const before = process.resourceUsage().maxRSS
let rows = 0
let code = 'read'
try {
  for (const sheet of (await readXlsx(bytes)).sheets) for await (const _ of sheet.rows()) rows += 1
} catch (error) {
  code = isProblem(error) ? error.code : String(error)
}
const grownMb = (process.resourceUsage().maxRSS - before) / 1024
process.stdout.write(JSON.stringify({ rows, code, grownMb }))
