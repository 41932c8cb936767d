import { fill } from '@yundiao/ui'
import type { Findings } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { changedPart } from './changed-part.ts'

type Change = Findings['texts'][number]

/** Of a paragraph that changed only the part that did; one that came or went is shown whole. */
const ChangeView = ({ was = '', now = '' }: Change) => {
  const part = was !== '' && now !== '' ? changedPart(was, now) : { before: '', was, now, after: '' }
  return (
    <span className="serif">
      {part.before}
      {part.was ? <del>{part.was}</del> : null}
      {part.now ? <ins>{part.now}</ins> : null}
      {part.after}
    </span>
  )
}

const SIGN = { added: '＋', removed: '－', changed: '改' } as const

/** What changed in the words, paragraph by paragraph: what stood there struck, what stands there now. */
export const TextFindings = ({ findings }: { findings: Findings }) => {
  const words = useWords()
  const { texts, moreTexts } = findings
  if (texts.length === 0) return null
  const count = (kind: keyof typeof SIGN) => texts.filter((one) => one.kind === kind).length
  return (
    <details className="text-changes">
      <summary>
        {fill(words.textChanges, { added: count('added'), removed: count('removed'), changed: count('changed') })}
        {moreTexts > 0 ? `；${fill(words.moreTexts, { n: moreTexts })}` : ''}
      </summary>
      <ol className="list">
        {texts.map((change, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was found does not change its order
          <li key={i}>
            <span className="k">{SIGN[change.kind]}</span>
            <ChangeView {...change} />
            <span className="note">{change.where}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
