import { Door } from '@yundiao/ui'
import type { SaidPart } from '../../../api/types.ts'
import { useWords } from '../../../shell/words.ts'
import { FigureDoor } from '../../papers/bound-text.tsx'
import { textOfSaid, wordsOf } from './said.ts'

/** Punctuation that may not begin a line. */
const CLOSING = /^[，。；、：！？）”]/u

const isDoor = (part: SaidPart | undefined): boolean => part !== undefined && ('figure' in part || 'formula' in part)

const PartView = ({ part }: { part: SaidPart }) => {
  const words = useWords()
  if ('figure' in part)
    // The mark of demonstration stands once at the head of the sentence.
    return <FigureDoor figure={part.figure} shown={part.shown} mark={part.mark === '预计' ? part.mark : undefined} />
  if (!('formula' in part)) return <>{wordsOf(part)}</>
  const { words: formula, version } = part.formula
  const inputs = part.formula.inputs.filter((input) => input.startsWith('fig:'))
  if (inputs.length === 0)
    // Summed from a ledger whose rows are not to be named one by one.
    return (
      <Door content={{ kind: 'reason', label: part.shown, text: formula }} label={`${part.shown} ${words.boundTo}`}>
        {part.shown}
      </Door>
    )
  const comparison = { kind: 'value', value: 0, shown: part.shown, unitShown: '', formula, version, inputs } as const
  return (
    <Door content={{ kind: 'comparison', label: words.computed, comparison }} label={`${part.shown} ${words.boundTo}`}>
      {part.shown}
    </Door>
  )
}

/** A door is one piece to the browser, which would break the line between it and a comma; so the comma goes with it. */
const PlacedPart = ({ said, at }: { said: readonly SaidPart[]; at: number }) => {
  const part = said[at]
  if (!part) return null
  const mark = isDoor(part) ? (CLOSING.exec(wordsOf(said[at + 1]))?.[0] ?? '') : ''
  if (mark !== '')
    return (
      <span className="with-mark">
        <PartView part={part} />
        {mark}
      </span>
    )
  const isTaken = !isDoor(part) && isDoor(said[at - 1]) && CLOSING.test(wordsOf(part))
  return isTaken ? wordsOf(part).slice(1) : <PartView part={part} />
}

/** A sentence of a finding: every number opens its 出处 or how it was worked out. */
export const SaidText = ({ said }: { said: readonly SaidPart[] }) => (
  <>
    {said.map((_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a sentence does not change its order
      <PlacedPart key={at} said={said} at={at} />
    ))}
  </>
)

/** Sentences one after another. */
export const SaidSentences = ({ sentences }: { sentences: readonly (readonly SaidPart[])[] }) => (
  <>
    {sentences.map((said) => (
      <SaidText key={textOfSaid(said)} said={said} />
    ))}
  </>
)
