import { isTargetUnknown } from './beside.ts'
import type { Finding, FindingKind, Said } from './finding.ts'
import { saidFigures } from './finding.ts'
import type { Reading } from './reading.ts'
import { say } from './say.ts'
import type { Fillings, TemplateId } from './templates.ts'

/** A finding on its way, before what it weighs among all is known. */
export type Claim = { reading: Reading; finding: Finding }

const kindOf = (template: TemplateId): FindingKind => template.split('.')[0] as FindingKind

const figuresOf = (sentences: readonly (readonly Said[])[]): Finding['figures'] => [
  ...new Set(sentences.flatMap(saidFigures)),
]

/** Kinds that tell of a move, which is common or rare among those of its own past. */
const MOVES: readonly FindingKind[] = ['slowing', 'falling-streak', 'turned-negative']

const lacksOf = (reading: Reading, kind: FindingKind, rarity: number | null): Finding['lacks'] => [
  ...(isTargetUnknown(reading) ? (['target'] as const) : []),
  ...(MOVES.includes(kind) && rarity === null ? (['history'] as const) : []),
]

/** Words a finding by its template. `points` are points of growth before they are weighed (weigh.ts). */
export const claim = <T extends TemplateId>(
  reading: Reading,
  template: T,
  what: { points: number; since: string | null; fillings: Fillings<T>; rarity?: number | null; asked?: string },
): Claim => {
  const { input, world, region, row } = reading
  const { sentences, questions } = say(template, what.fillings)
  const kind = kindOf(template)
  const place = [kind, row.indicator.code, region.code, row.period, ...(world.id === '' ? [] : [world.id])]
  return {
    reading,
    finding: {
      id: place.join(':'),
      kind,
      indicator: reading.input.parts.get(row.indicator.code)?.base ?? row.indicator.code,
      label: row.indicator.name,
      region: region.code,
      period: row.period,
      mark: world.mark,
      sentences,
      since: what.since,
      effect: what.points * reading.weight,
      rarity: what.rarity ?? null,
      lacks: lacksOf(reading, kind, what.rarity ?? null),
      figures: figuresOf([...sentences, ...questions]),
      asked: what.asked ?? reading.input.parts.get(row.indicator.code)?.base ?? row.indicator.code,
      questions,
      on: input.on,
    },
  }
}
