import { ChoiceBox, DataTable, fill, Mark, Sheet } from '@yundiao/ui'
import type { DifferenceLine, EvaluationView, UnitCard } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { scoreText, signedText } from './score-text.ts'
import { unitChoices } from './unit-choices.ts'

const LAST_YEAR = 'last-year'

type DifferenceProps = {
  view: EvaluationView | undefined
  card: UnitCard
  against: string | undefined
  onAgainst: (against: string | undefined) => void
}

const Choice = ({ view, card, against, onAgainst }: DifferenceProps) => {
  const words = useWords()
  const others = (view?.rows ?? []).filter(({ unit, score }) => unit !== card.row.unit && score !== null)
  const years = card.lastRun ? [{ key: LAST_YEAR, label: card.lastRun.name, note: words.evLastYear }] : []
  return (
    <ChoiceBox
      label={words.evAgainst}
      value={against}
      onChoose={onAgainst}
      placeholder={words.evFindUnit}
      choices={[...years, ...unitChoices(others, words)]}
    />
  )
}

/** 差在哪里: the difference to another unit or to last year, indicator by indicator, in points that add up. */
export const DifferenceSheet = (props: DifferenceProps) => {
  const words = useWords()
  const { against } = props.card
  // Two units under one method with the same gaps differ by scores alone.
  const byWeights = against?.lines.some(({ byWeight }) => Number(byWeight.toFixed(2)) !== 0) ?? false
  const sum = against ? (against.to ?? 0) - (against.from ?? 0) : 0
  return (
    <Sheet
      className={against ? 'difference' : 'difference unasked'}
      title={words.evDifference}
      side={<Mark word="测算" />}
      flush
      foot={against ? (byWeights ? words.evDifferenceFoot : words.evDifferenceSum) : undefined}
    >
      <div className="in asks">
        <Choice {...props} />
        {against ? null : <p className="note">{words.evDifferenceLead}</p>}
      </div>
      {against ? (
        <>
          <p className="in told">
            {fill(words.evDifferenceOf, {
              label: against.label,
              from: scoreText(against.from),
              to: scoreText(against.to),
              gap: signedText(sum),
            })}
          </p>
          <DataTable
            label={words.evDifference}
            className="ruled"
            rows={against.lines}
            rowKey={({ code }) => code}
            columns={[
              {
                id: 'name',
                label: words.evIndicator,
                cell: ({ name, depth }) => (
                  <span className={depth > 1 ? `indent-${Math.min(depth - 1, 2)}` : undefined}>{name}</span>
                ),
              },
              { id: 'score', label: words.evByScores, align: 'right', cell: ({ byScore }) => signedText(byScore) },
              ...(byWeights
                ? [
                    {
                      id: 'weight',
                      label: words.evByWeights,
                      align: 'right' as const,
                      cell: ({ byWeight }: DifferenceLine) => signedText(byWeight),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ) : null}
    </Sheet>
  )
}
