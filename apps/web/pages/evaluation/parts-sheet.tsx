import { DataTable, Mark, Sheet } from '@yundiao/ui'
import type { CardPart } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { scoreText, shareText } from './score-text.ts'

const WIDTH = 200

/** An indicator without a value, whose weight the others carry: it brings nothing, which is not nought points. */
const isLacking = ({ leaf, score, share }: CardPart): boolean => leaf && score === null && share === 0

/** Points as a bar; the frame is the most the indicator can bring, where that is known. */
const PointsBar = ({ part, most }: { part: CardPart; most: number }) => {
  const x = (points: number): number => (Math.max(0, points) / most) * WIDTH
  return (
    <svg className="points-bar" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
      {part.full === null ? null : (
        <rect x="0.5" y="1.5" width={Math.max(0, x(part.full) - 1)} height="11" fill="none" stroke="#c9ced4" />
      )}
      <rect y="3" width={x(part.points ?? 0)} height="8" fill={part.leaf ? '#124c7c' : '#6d8196'} />
    </svg>
  )
}

/** Where the score comes from: each indicator's points, its score and weight. They add up. */
export const PartsSheet = ({ parts, total }: { parts: readonly CardPart[]; total: number | null }) => {
  const words = useWords()
  const most = Math.max(...parts.flatMap(({ points, full }) => [points ?? 0, full ?? 0]), 1e-9)
  return (
    <Sheet className="parts" title={words.evParts} side={<Mark word="测算" />} flush foot={words.evPartsFoot}>
      <div className="sheet-scroll">
        <DataTable
          label={words.evParts}
          className="ruled"
          rows={parts}
          rowKey={({ code }) => code}
          totals
          columns={[
            {
              id: 'name',
              label: words.evIndicator,
              width: 190,
              frozen: 'always',
              cell: ({ name, depth, leaf }) => (
                <span className={depth > 1 ? `indent-${Math.min(depth - 1, 2)}` : undefined}>
                  {leaf ? name : <b>{name}</b>}
                </span>
              ),
            },
            {
              id: 'points',
              label: words.evPoints,
              align: 'right',
              cell: (part) =>
                isLacking(part) ? <Mark word="缺" /> : part.points === null ? '—' : scoreText(part.points),
              total: scoreText(total),
            },
            { id: 'bar', label: '', width: 214, cell: (part) => <PointsBar part={part} most={most} />, total: ' ' },
            {
              id: 'full',
              label: words.evFull,
              align: 'right',
              optional: true,
              cell: (part) =>
                part.full !== null ? (
                  scoreText(part.full)
                ) : part.leaf && !isLacking(part) ? (
                  <Mark word="待明确" />
                ) : null,
              total: ' ',
            },
            {
              id: 'score',
              label: words.evItemScore,
              align: 'right',
              optional: true,
              cell: ({ score }) => scoreText(score),
              total: ' ',
            },
            {
              id: 'share',
              label: words.evWeight,
              align: 'right',
              cell: ({ share }) => shareText(share, 1),
              total: ' ',
            },
          ]}
        />
      </div>
    </Sheet>
  )
}
