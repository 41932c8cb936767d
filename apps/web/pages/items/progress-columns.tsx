import { Link } from '@tanstack/react-router'
import { type EditColumn, fill, Mark, StateWord } from '@yundiao/ui'
import type { ProgressSheetRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { type Filled, shown } from './progress-rows.ts'

type Column = EditColumn<ProgressSheetRow>

const lastShown = ({ last }: ProgressSheetRow): string =>
  last ? [last.asOf.slice(5), last.percent === null ? '' : `${last.percent}%`].filter(Boolean).join(' ') : ''

/** A column to fill in; what was said last time stands in it in grey until somebody takes it over. */
const filled = (column: Filled, words: Words, rest: Pick<Column, 'label' | 'kind'> & Partial<Column>): Column => ({
  id: column,
  under: [words.thisTime],
  read: (row) => shown(row.now, column),
  suggestion: (row) => {
    const text = shown(row.last, column)
    return text === '' ? null : { text, label: `${words.lastMonth} ${row.last?.asOf ?? ''}` }
  },
  adopt: words.keepLast,
  ...rest,
})

/** 推进情况表: which item, where it stands, last time, and four columns of this time. */
export const progressColumns = (words: Words, longest: number): Column[] => [
  {
    id: 'number',
    label: words.itemNumber,
    frozen: 'wide',
    width: 156,
    optional: true,
    kind: 'readonly',
    read: (row) => row.number,
    view: (row, text) => (
      <span className="nw">
        {text} {row.demo ? <Mark word="演示" /> : null}
      </span>
    ),
  },
  {
    id: 'title',
    label: words.item,
    frozen: 'always',
    width: 230,
    kind: 'readonly',
    read: (row) => row.title,
    view: (row, text) => (
      <Link to="/items/$id" params={{ id: row.item }}>
        {text}
      </Link>
    ),
  },
  {
    id: 'state',
    label: words.handlingState,
    optional: true,
    kind: 'readonly',
    read: (row) => row.state.word,
    view: (row) => <StateWord state={row.state} />,
  },
  {
    id: 'deadline',
    label: words.deadline,
    optional: true,
    kind: 'readonly',
    read: (row) => row.deadline ?? '',
    view: (_, text) => (text === '' ? <Mark word="待明确" /> : <span className="nw">{text}</span>),
  },
  {
    id: 'last',
    label: words.lastMonth,
    optional: true,
    kind: 'readonly',
    read: lastShown,
    view: (_, text) => <span className="nw note">{text}</span>,
  },
  filled('text', words, {
    label: words.progress,
    unit: fill(words.atMost, { n: longest }),
    kind: 'long-text',
    width: 300,
  }),
  filled('percent', words, { label: words.percentDone, unit: '%', kind: 'number', align: 'right', width: 64 }),
  filled('problems', words, { label: words.problems, kind: 'long-text', width: 200 }),
  filled('nextSteps', words, { label: words.nextSteps, kind: 'long-text', width: 200 }),
]
