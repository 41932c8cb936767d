import { fill } from '@yundiao/ui'
import type { RankingRow } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { shareText } from './score-text.ts'

/** A grade is a letter in a frame: no colour says which is good. */
export const GradeTag = ({ grade }: { grade: string }) => <span className="m grade">{grade}</span>

const gradeByWords = (by: RankingRow['gradeBy'], words: Words): string =>
  by === null
    ? ''
    : {
        score: words.evByScore,
        veto: words.evByVeto,
        promotion: words.evByPromotion,
        ungraded: words.evByUngraded,
        'no-score': words.evByNoScore,
      }[by]

/** The grade, and why where a list gave it rather than the score. */
export const GradeCell = ({ row }: { row: RankingRow }) => {
  const words = useWords()
  const isByList = row.gradeBy !== null && row.gradeBy !== 'score'
  const own = isByList && row.gradeOwn !== null ? fill(words.evOwnGrade, { grade: row.gradeOwn }) : ''
  return (
    <>
      {row.grade ? <GradeTag grade={row.grade} /> : null}
      {isByList ? (
        <span className="note" title={[row.reason, own].filter(Boolean).join('；')}>
          {' '}
          {gradeByWords(row.gradeBy, words)}
        </span>
      ) : null}
    </>
  )
}

/** How often the grade holds; near a border, what it would else be. */
export const HoldCell = ({ row }: { row: RankingRow }) => {
  const words = useWords()
  const own = row.grade ? row.probability?.[row.grade] : undefined
  if (own === undefined) return null
  if (!row.near) return <>{shareText(own)}</>
  const { other, otherProbability } = row.near
  return (
    <span
      title={fill(words.evNearTitle, { share: shareText(own), other, otherShare: shareText(otherProbability) })}
      className="near"
    >
      {shareText(own)} <span className="m suggest">{words.evNear}</span>{' '}
      <span className="note">{fill(words.evNearOf, { share: shareText(otherProbability), other })}</span>
    </span>
  )
}
