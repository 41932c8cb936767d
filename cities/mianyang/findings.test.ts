import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type FindingsInput, findings, saidText } from '@yundiao/analysis'
import { economyCatalogue, SUMS } from '@yundiao/domains/economy'
import { type FigureDraft, type FoundFigure, knownOn, printFigureRef } from '@yundiao/figures'
import { regionTree } from '@yundiao/kernel'
import { describe, expect, it } from 'vitest'
import { demoFigures } from './demo/figures.ts'
import { mianyang } from './index.ts'

const data = new URL('./data/', import.meta.url)
const read = (path: string) => {
  const bytes = readFileSync(new URL(path, data))
  return { text: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') }
}
const found = (draft: FigureDraft): FoundFigure => ({
  series: draft.series,
  region: draft.region,
  period: draft.period,
  value: draft.value,
  printed: draft.printed,
  printedUnit: draft.printedUnit,
  ref: printFigureRef({ city: '510700', series: draft.series, region: draft.region, period: draft.period, vintage: 1 }),
  round: draft.round,
  state: draft.releaseState,
  knownOn: draft.knownOn ?? null,
})
const on = '2022-04-26'
const input: FindingsInput = {
  catalogue: economyCatalogue,
  figures: knownOn([...mianyang.loadFigures(read).drafts, ...demoFigures], on, '2026-01-01').map(found),
  targets: mianyang.loadTargets(read).targets,
  tree: regionTree(mianyang.regions),
  regions: { self: '510700', province: '510000', nation: '000000' },
  period: '2022Q1',
  sums: SUMS,
  on,
}

describe('绵阳市 2022年一季度', () => {
  it('tells that GDP slowed', () =>
    expect(findings(input).map(({ sentences }) => sentences.map(saidText).join(''))).toContain(
      '地区生产总值同比增长6.6%，较上期（2021年）回落2.1个百分点。年度目标待明确。',
    ))
})
