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

/** Words a finding by its template. `points` are points of growth before they are weighed (weigh.ts). */
export const claim = <T extends TemplateId>(
  reading: Reading,
  template: T,
  what: { points: number; since: string | null; fillings: Fillings<T>; rarity?: number | null },
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
      indicator: row.indicator.code,
      region: region.code,
      period: row.period,
      mark: world.mark,
      sentences,
      since: what.since,
      effect: what.points * reading.weight,
      rarity: what.rarity ?? null,
      figures: figuresOf([...sentences, ...questions]),
      questions,
      on: input.on,
    },
  }
}
