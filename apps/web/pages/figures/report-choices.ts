import { economyCatalogue } from '@yundiao/domains/economy'
import {
  type Accumulation,
  canonicalYtd,
  growthMeasureOf,
  type Indicator,
  levelMeasureOf,
  type Measure,
} from '@yundiao/figures'
import { type LocalDate, parsePeriod, periodInWords } from '@yundiao/kernel'
import { fill } from '@yundiao/ui'
import type { IndicatorView, Me } from '../../api/types.ts'
import type { Words } from '../../messages.ts'

export type MeasureChoice = { measure: Measure; accumulation: Accumulation; label: string; unit: string }

/** 拉动 and 贡献率 as the bureau publishes them, of an indicator that is a part of a whole. */
const partChoices = ({ accumulation, pullsOn }: Indicator, words: Words): MeasureChoice[] => {
  const whole = economyCatalogue.get(pullsOn ?? '')?.shortName
  if (whole === undefined) return []
  return [
    { measure: 'pull', accumulation, label: fill(words.pullMeasure, { whole }), unit: '个百分点' },
    { measure: 'contribution', accumulation, label: fill(words.contributionMeasure, { whole }), unit: '%' },
  ]
}

/** What the catalogue lets people report of an indicator: its amount or index where it has one, and its growth. */
export const measureChoices = (code: string, words: Words): MeasureChoice[] => {
  const indicator = economyCatalogue.get(code)
  if (!indicator) return []
  const { accumulation } = indicator
  const growth = { measure: growthMeasureOf(indicator), accumulation, label: words.growthYoy, unit: '%' }
  const parts = partChoices(indicator, words)
  if (indicator.kind === 'growth-only') return [growth, ...parts]
  const measure = levelMeasureOf(indicator)
  const label = measure === 'index' ? words.indexMeasure : words.level
  return [{ measure, accumulation, label, unit: indicator.shownIn }, growth, ...parts]
}

/** As people read the unit: an index is compared with 100. */
export const unitWords = (unit: string): string => (unit === '1' ? '上年同期=100' : unit)

const YEARS_BACK = 2

const spelled = (year: number, month: number, accumulation: Accumulation): string[] => {
  const name = `${year}-${String(month).padStart(2, '0')}`
  if (accumulation !== 'period') return [canonicalYtd(name) ?? name]
  return month % 3 === 0 ? [`${year}Q${month / 3}`, name] : [name]
}

/** Periods over by the day, newest first, from January two years back: a figure is told when its period has ended. */
export const periodChoices = (accumulation: Accumulation, today: LocalDate): { key: string; label: string }[] => {
  const last = Number(today.slice(0, 4))
  const choices: { key: string; label: string }[] = []
  for (let year = last; year >= last - YEARS_BACK; year--)
    for (let month = 12; month >= 1; month--)
      for (const key of spelled(year, month, accumulation)) {
        const period = parsePeriod(key)
        if (period && period.ends <= today) choices.push({ key, label: periodInWords(period, accumulation) })
      }
  return choices
}

const KINDS = new Set(['city', 'county', 'zone'])

/** The places a person reports for: their own county or park, else the city and all in it. */
export const placeChoices = (view: IndicatorView, me: Me): { code: string; name: string }[] =>
  me.region ? [me.region] : view.regions.filter((region) => KINDS.has(region.kind))
