import { Link } from '@tanstack/react-router'
import type { EditColumn } from '@yundiao/ui'
import { Mark, StateTag } from '@yundiao/ui'
import type { ClauseRow, DocumentView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { closureKinds } from '../items/closure-kinds.ts'

/** 左右对照 keeps to the columns that are filled most; 任务分解表 is sheet T3 whole. */
export type Layout = 'side' | 'sheet'

type Context = {
  words: Words
  layout: Layout
  view: DocumentView
  units: readonly string[]
  numbers: ReadonlyMap<string, number>
}

const Disposition = ({ row, words }: { row: ClauseRow; words: Words }) => {
  switch (row.disposition) {
    case 'pending':
      return <span className="note">{words.isPending}</span>
    case 'item':
    case 'merged':
      return (
        <Link to="/items/$id" params={{ id: row.item ?? '' }} title={row.itemNumber ?? undefined} tabIndex={-1}>
          {row.disposition === 'merged' ? words.isMergedInto : ''}
          {row.itemNumber?.replace(/^.*〕/u, '') ?? ''}
        </Link>
      )
    case 'declined':
      return (
        <span title={row.reason ?? undefined}>
          <StateTag>{words.isDeclined}</StateTag>
        </span>
      )
  }
}

const isLive = (row: ClauseRow): boolean => row.disposition === 'pending' || row.disposition === 'item'

/** 待明确 where a line that counts lacks it; grey suggestions take its place. */
const lacking = (row: ClauseRow, hasSuggestion: boolean) =>
  isLive(row) && !hasSuggestion ? <Mark word="待明确" /> : null

type Cell = Pick<EditColumn<ClauseRow>, 'suggestion'> & { shown?: (text: string) => string }

/** A cell that is a gap when empty. */
const gapView =
  ({ suggestion, shown = (text) => text }: Cell) =>
  (row: ClauseRow, text: string) => {
    if (text !== '') return shown(text)
    const offer = isLive(row) ? suggestion?.(row) : null
    return offer ? (
      <span className="suggested" title={offer.label}>
        {shown(offer.text)}
      </span>
    ) : (
      lacking(row, false)
    )
  }

const reasoned = (found: { text: string; reason: string } | null) => found && { text: found.text, label: found.reason }

const commandColumns = ({ words, numbers }: Context): EditColumn<ClauseRow>[] => [
  {
    id: 'number',
    label: words.seq,
    kind: 'readonly',
    align: 'center',
    frozen: 'always',
    width: 44,
    read: (row) => String(numbers.get(row.id) ?? ''),
  },
  {
    id: 'disposition',
    label: words.keyAct,
    kind: 'readonly',
    align: 'center',
    frozen: 'wide',
    width: 66,
    read: (row) => row.itemNumber ?? row.disposition,
    view: (row) => <Disposition row={row} words={words} />,
  },
]

const textColumn = (
  id: string,
  label: string,
  width: number,
  more: Partial<EditColumn<ClauseRow>> = {},
): EditColumn<ClauseRow> => ({
  id,
  label,
  width,
  kind: 'text',
  read: (row) => row.cells[id] ?? '',
  editable: (row) => row.editable,
  ...more,
})

const timeColumns = ({ words, view, layout }: Context): EditColumn<ClauseRow>[] => {
  const nodes = view.nodes.map(({ by, label }) =>
    textColumn(`node:${by}`, label, 96, { under: [words.timeLimit, words.nodes], optional: true }),
  )
  const deadline = textColumn('deadline', words.deadline, 96, {
    ...(layout === 'sheet' ? { under: [words.timeLimit] } : {}),
    view: (row, text) => {
      if (text === '') return row.cells.closure === 'standing' ? null : lacking(row, false)
      const isWords = row.deadlineOn !== null && text !== row.deadlineOn
      return <span title={isWords ? (row.deadlineOn ?? undefined) : undefined}>{text}</span>
    },
  })
  return layout === 'sheet' ? [...nodes, deadline] : [deadline]
}

const unitColumns = ({ words, units }: Context): EditColumn<ClauseRow>[] => {
  const lead = (row: ClauseRow) => {
    const found = row.suggestions.leadUnit
    return found && { text: found.name, label: found.reason }
  }
  const leader = (row: ClauseRow) => reasoned(row.suggestions.leadLeader)
  return [
    textColumn('leadLeader', words.leadLeader, 86, { suggestion: leader, view: gapView({ suggestion: leader }) }),
    textColumn('leadUnit', words.leadUnit, 104, {
      kind: 'choice',
      choices: units.map((name) => ({ value: name, label: name })),
      suggestion: lead,
      view: gapView({ suggestion: lead }),
    }),
    textColumn('units', words.responsibleUnits, 128, { unit: words.responsibleNote }),
  ]
}

const closingColumns = ({ words, layout }: Context): EditColumn<ClauseRow>[] => {
  const kinds = closureKinds(words).map(({ key, label }) => ({ value: key as string, label }))
  const labelOf = (text: string) => kinds.find(({ value }) => value === text)?.label ?? text
  const closure = (row: ClauseRow) => {
    const found = row.suggestions.closure
    return found && { text: found.kind as string, label: found.reason }
  }
  const feedback = (row: ClauseRow) => reasoned(row.suggestions.feedback)
  const kind = textColumn('closure', words.closure, 86, {
    kind: 'choice',
    choices: kinds,
    suggestion: closure,
    view: gapView({ suggestion: closure, shown: labelOf }),
  })
  if (layout === 'side') return [kind]
  return [
    kind,
    textColumn('feedback', words.feedbackHowOften, 96, { suggestion: feedback }),
    textColumn('remark', words.remark, 120),
  ]
}

/** The columns of sheet T3, those that are its own in its order. */
export const lineColumns = (context: Context): EditColumn<ClauseRow>[] => {
  const { words, layout } = context
  const isSheet = layout === 'sheet'
  const original: EditColumn<ClauseRow> = {
    id: 'original',
    label: words.requirementText,
    kind: 'readonly',
    width: 220,
    read: (row) => row.text,
    view: (row) => (
      <span className="serif" lang="zh">
        {row.text}
      </span>
    ),
  }
  return [
    ...commandColumns(context),
    ...(isSheet ? [original] : []),
    textColumn('title', words.task, isSheet ? 220 : 200, { kind: 'long-text' }),
    ...(isSheet ? [textColumn('steps', words.steps, 160, { kind: 'long-text' })] : []),
    textColumn('measure', words.resultAs, 110, { view: gapView({}) }),
    ...timeColumns(context),
    ...unitColumns(context),
    ...closingColumns(context),
  ]
}
