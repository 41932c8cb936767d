import { enterFirms, publish, runHuangyan } from './evaluation-desk.ts'
import { type Account, listsField, type Place } from './rights-table.ts'
import type { ScratchApp } from './scratch-app.ts'

/** A firm of each place with a tax of its own, in 万元; and what an appeal for the first asks. */
export const TAXES = [
  { name: '测试甲公司', place: '510781', wan: 7771.25 },
  { name: '测试丁公司', place: '510703', wan: 7772.25 },
  { name: '测试庚公司', place: 'my-jingkai', wan: 7773.25 },
] as const satisfies readonly { name: string; place: Place; wan: number }[]
export const ASKED = { place: '510781', wan: 7774.25 } as const

const YEAR = 2022

/** A run on trial, one made public, its firms, and an appeal with a value. */
export const plantEvaluations = async (app: ScratchApp) => {
  await enterFirms(app, YEAR, (firm) => ({
    ...firm,
    tax: TAXES.find(({ name }) => name === firm.name)?.wan ?? firm.tax,
  }))
  const trial = await runHuangyan(app, YEAR)
  const shown = await publish(app, await runHuangyan(app, YEAR), '2022-04-26')
  const page = await app.request(`/api/evaluations/${shown.id}`, { as: 'jingxin' })
  const { rows } = (await page.json()) as { rows: { unit: string; name: string }[] }
  const units = TAXES.map(({ name, place }) => ({ place, unit: rows.find((row) => row.name === name)?.unit ?? '' }))
  const form = new FormData()
  const asked = {
    unit: units[0]?.unit ?? '',
    indicator: '亩均税收',
    asked: String(ASKED.wan),
    reason: `应为${ASKED.wan}`,
  }
  for (const [key, value] of Object.entries(asked)) form.set(key, value)
  const filed = await app.request(`/api/evaluations/${shown.id}/appeals`, {
    as: 'jiangyou',
    method: 'POST',
    body: form,
  })
  if (!filed.ok) throw new Error(await filed.text())
  const { id: appeal } = (await filed.json()) as { id: string }
  return { trial: trial.id, shown: shown.id, units, appeal }
}
export type PlantedEvaluations = Awaited<ReturnType<typeof plantEvaluations>>

const wordsOf = ({ wan }: { wan: number }): string[] => [String(wan), String(wan * 1e4)]

export const evaluationWords: readonly string[] = [...TAXES, ASKED].flatMap(wordsOf)

/** The administrator keeps order and reads no ledger; other roles read 亩均评价基础表 as far as they are cleared. */
export const seesFirm = (who: Account, place: Place): boolean =>
  who.role !== 'administrator' && listsField(who, 'firm') && who.holds.includes(place)

export const evaluationWordsFor = (who: Account): string[] =>
  [...TAXES, ASKED].filter(({ place }) => seesFirm(who, place)).flatMap(wordsOf)
