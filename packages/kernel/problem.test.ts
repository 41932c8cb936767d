import { describe, expect, it } from 'vitest'
import { isProblem, Problem } from './problem.ts'
import { PROBLEM_CODES } from './problem-codes.ts'
import { problemsPage } from './problems-page.ts'
import { isCleared, SENSITIVITIES } from './role.ts'

describe('problems', () => {
  it('carry a code of the table', () => {
    const problem = new Problem('period.invalid', '第 3 行“期别”写法不识别,请写作 2022Q1。', { row: 3 })
    expect(isProblem(problem)).toBe(true)
    expect(isProblem(new Error('x'))).toBe(false)
    expect(problem).toMatchObject({ code: 'period.invalid', details: { row: 3 }, name: 'Problem' })
  })
  it('every code is lower-case words, has a status of an error and a Chinese title of its own', () => {
    const titles = Object.values(PROBLEM_CODES).map((row) => row.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const [code, { status, title }] of Object.entries(PROBLEM_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(title).toMatch(/\p{Script=Han}/u)
    }
  })
  it('the page lists each once', () => {
    const page = problemsPage()
    for (const code of Object.keys(PROBLEM_CODES)) expect(page.split(`| \`${code}\` |`)).toHaveLength(2)
    expect(page.endsWith('|\n')).toBe(true)
  })
})

describe('clearance', () => {
  it('reaches its own level and below', () => {
    for (const [i, clearance] of SENSITIVITIES.entries())
      for (const [j, field] of SENSITIVITIES.entries()) expect(isCleared(clearance, field)).toBe(j <= i)
  })
})
