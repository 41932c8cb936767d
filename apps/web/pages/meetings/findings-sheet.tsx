import '../../styles/findings.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sheet, StateTag } from '@yundiao/ui'
import { findingsQuery } from '../../api/findings.ts'
import { useOn } from '../../shell/on-day.ts'
import { useWords } from '../../shell/words.ts'
import { SaidText } from '../analysis/findings/said-text.tsx'

/** How many the meeting's page names; the others are one click away. */
const MOST = 3

/** The findings that weigh most in the meeting's period, a sentence each; what demonstration data come to is left out. */
export const FindingsSheet = ({ period }: { period: string }) => {
  const words = useWords()
  const { data } = useQuery(findingsQuery(period, useOn()))
  const rows = (data?.findings ?? []).filter(({ marks }) => !marks.includes('演示')).slice(0, MOST)
  if (rows.length === 0) return null
  return (
    <Sheet
      title={words.viewPoints}
      side={
        <Link to="/analysis" search={(old) => ({ on: old.on, period })} className="btn small">
          {words.seeAll}
        </Link>
      }
    >
      <ol className="list findings">
        {rows.map((finding, at) => (
          <li key={finding.id}>
            <span className="k">{at + 1}</span>
            <p>
              <SaidText said={finding.sentences[0] ?? []} />
              {finding.marks.includes('内部') ? <StateTag>内部</StateTag> : null}
            </p>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
