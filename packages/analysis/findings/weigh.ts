import type { BoardRow } from '@yundiao/figures'
import type { Region } from '@yundiao/kernel'
import type { FlatInput } from './findings-input.ts'

/** A row of a region's board. */
type Weighed = { region: Region; row: BoardRow }

/** A line that stands below another without a known amount counts half of it. */
const UNKNOWN_PART = 0.5
/** What stands beside sheet T1 counts a tenth of a line of it. */
const BESIDE_THE_SHEET = 0.1

const levelOf = (reading: Weighed | null): number | null =>
  reading?.row.level.kind === 'figure' && reading.row.level.value > 0 ? reading.row.level.value : null

/** Part of an amount in another, at most the whole; null where one is not held. */
export const shareOf = (part: Weighed | null, whole: Weighed | null): number | null => {
  const [a, b] = [levelOf(part), levelOf(whole)]
  if (a === null || b === null || part?.row.period !== whole?.row.period) return null
  return Math.min(1, a / b)
}

type Beside = (region: string, code: string) => Weighed | null

/** A part by its share in what it is a part of, as far as amounts are held; else an equal share of all there may be. */
const partWeight = (input: FlatInput, beside: Beside, region: string, code: string): number => {
  const { base, breakdown } = input.parts.get(code) ?? { base: '', breakdown: null }
  const [own, [whole]] = [beside(region, code), breakdown?.of ?? []]
  const share =
    shareOf(own, beside(region, base)) ??
    (breakdown?.of ?? []).map((of) => shareOf(own, beside(region, of))).find((one) => one !== null) ??
    1 / Math.max(1, Object.keys(breakdown?.names ?? {}).length)
  return share * (whole === undefined ? BESIDE_THE_SHEET : lineWeight(input, beside, region, whole))
}

const lineWeight = (input: FlatInput, beside: Beside, region: string, code: string): number => {
  if (input.parts.has(code)) return partWeight(input, beside, region, code)
  const sum = input.sums.find(({ parts }) => parts.includes(code))
  const whole = sum?.total ?? input.catalogue.get(code)?.parent ?? null
  if (whole !== null) {
    const unknown = sum ? 1 / sum.parts.length : UNKNOWN_PART
    const share = shareOf(beside(region, code), beside(region, whole)) ?? unknown
    return share * lineWeight(input, beside, region, whole)
  }
  return input.catalogue.t1.some((line) => line.code === code) ? 1 : BESIDE_THE_SHEET
}

/**
 * What a row stands for in the city's whole, 0–1, so that points of growth of unlike rows can be set in one order: a head
 * line of sheet T1 counts in full, a part by its share in its total (a point of 一产 is 0.07 points of 地区生产总值), an
 * industry by its share in what the industries make up, a county by its share in the city's amount of the indicator, else of 地区生产总值, else an equal share.
 */
export const weightsOf = (input: FlatInput, beside: Beside): ((reading: Weighed) => number) => {
  const { self } = input.regions
  const counties = input.tree.children(self).filter(({ kind }) => kind === 'county').length
  return ({ region, row }) => {
    const { code } = row.indicator
    const line = lineWeight(input, beside, region.code, code)
    if (region.code === self) return line
    const of = (indicator: string): number | null => shareOf(beside(region.code, indicator), beside(self, indicator))
    return line * (of(code) ?? of('gdp') ?? 1 / Math.max(1, counties))
  }
}
