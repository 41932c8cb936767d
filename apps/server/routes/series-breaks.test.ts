import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchApp, scratchApp } from '../testing/scratch-app.ts'
import type { Board } from '../views/board-schema.ts'
import type { ComparisonView } from '../views/comparison-schema.ts'
import type { IndicatorView } from '../views/indicator.ts'
import type { PeriodSheetView } from '../views/period-sheet-schema.ts'

let app: ScratchApp
beforeAll(async () => {
  app = await scratchApp()
})
afterAll(() => app.end())

describe('a declared break', () => {
  it('is declared by the statistics office, cited where it forbids, as known on a day, and may be taken back', async () => {
    const BREAKS = '/api/indicators/gdp/breaks'
    const asked = { region: '510000', period: '2022Q1', kind: '基数修订', document: '某次经济普查公报（测试）' }
    const declare = (more: object, as = 'tongji') => app.refused(BREAKS, { as, json: { ...asked, ...more } })
    expect(await declare({}, 'yunxing')).toMatchObject({ status: 403, code: 'right.missing' })
    expect(await declare({ period: '2022Q9' })).toMatchObject({ code: 'period.invalid' })
    expect(await declare({ region: '999999' })).toMatchObject({ code: 'region.unknown' })
    expect(await declare({ url: 'javascript:alert(1)' })).toMatchObject({ code: 'input.invalid' })
    expect((await app.request(BREAKS, { as: 'tongji', json: asked })).status).toBe(200)
    expect(await declare({})).toMatchObject({ status: 409, code: 'duplicate' })
    const why =
      '2022年一季度起基数修订（依据：某次经济普查公报（测试）），此前各期绝对额基数不同，不可比；增速以公布数为准'
    const lineOn = async (query: string) =>
      (await app.read<PeriodSheetView>(`/api/indicators/gdp/periods?region=510000${query}`, 'yunxing')).rows.find(
        ({ period }) => period === '2022Q1',
      )
    expect((await lineOn(''))?.nominal).toEqual({ kind: 'refused', code: 'base-revised', why: `不能推算：${why}` })
    expect((await lineOn('&on=2022-04-25'))?.nominal.kind).toBe('value')
    const { declared } = await app.read<IndicatorView>('/api/indicators/gdp', 'jiangyou')
    expect(declared).toMatchObject([{ region: '510000', from: '2022-01-01', why, declaredOn: '2022-04-26' }])
    const county = { ...asked, region: '510703', period: '2021', kind: '区划调整' }
    expect((await app.request(BREAKS, { as: 'tongji', json: county })).status).toBe(200)
    expect((await app.read<IndicatorView>('/api/indicators/gdp', 'fucheng')).declared).toHaveLength(2)
    expect((await app.read<IndicatorView>('/api/indicators/gdp', 'jiangyou')).declared).toHaveLength(1)
    const { id = '', version } = declared[0] ?? {}
    const back = { as: 'tongji', json: { version, reason: '录错地区' } }
    expect((await app.request(`/api/series-breaks/${id}/withdraw`, back)).status).toBe(200)
    expect(await app.refused(`/api/series-breaks/${id}/withdraw`, back)).toMatchObject({ code: 'state.illegal' })
    expect((await lineOn(''))?.nominal.kind).toBe('value')
  })
  it('of concept forbids setting growth against earlier growth, on the board and in 对比', async () => {
    const json = { region: '510700', period: '2022Q1', kind: '口径变化', document: '某统计制度（测试）' }
    const vsBefore = async (): Promise<readonly unknown[]> => {
      const { rows } = await app.read<Board>('/api/board?period=2022Q1', 'yunxing')
      const compared = await app.read<ComparisonView>('/api/analysis/comparison?indicator=gdp&period=2022Q1', 'yunxing')
      const own = compared.groups.flatMap((group) => group.rows).find(({ region }) => region.code === '510700')
      return [rows.find(({ indicator }) => indicator === 'gdp')?.vsLastPeriod, own?.vsBefore]
    }
    const value = { kind: 'value', shown: '−2.1' }
    expect(await vsBefore()).toMatchObject([value, value])
    expect((await app.request('/api/indicators/gdp/breaks', { as: 'tongji', json })).status).toBe(200)
    const why = '不能比较：2022年一季度起口径变化（依据：某统计制度（测试）），此前各期口径不同，不可比'
    const refusal = { kind: 'refused', code: 'concept-differs', why }
    expect(await vsBefore()).toEqual([refusal, refusal])
  })
})
