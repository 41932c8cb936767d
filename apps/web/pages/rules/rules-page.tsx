import { useQuery } from '@tanstack/react-query'
import { Empty, fill, Mark, Page, Sheet, StateTag } from '@yundiao/ui'
import { rulesQuery } from '../../api/papers.ts'
import type { RuleRow } from '../../api/types.ts'
import { useOn } from '../../shell/on-day.ts'
import { Ready } from '../../shell/ready.tsx'
import { useWords } from '../../shell/words.ts'

type Version = RuleRow['versions'][number]

const Citation = ({ cite }: { cite: Version['cite'] }) => {
  const text = `《${cite.document}》${cite.number ? `（${cite.number}）` : ''}${cite.article ?? ''}`
  return cite.url && /^https?:\/\//.test(cite.url) ? (
    <a href={cite.url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  )
}

const VersionView = ({ version }: { version: Version }) => {
  const words = useWords()
  const failed = version.vectors.total - version.vectors.passed
  return (
    <div className="rule">
      <p className="words-of-rule">{version.words}</p>
      <p className="note">
        {version.from} {words.until} {version.to ?? words.today} · {words.grade} {version.grade} ·{' '}
        <Citation cite={version.cite} />
      </p>
      <p>
        <StateTag>
          {failed === 0
            ? fill(words.vectorsPass, { n: version.vectors.total })
            : fill(words.vectorsFail, { n: failed, total: version.vectors.total })}
        </StateTag>
      </p>
    </div>
  )
}

/** 判定标准: each rule in words, with its citation, versions and test cases. */
export const RulesPage = () => {
  const words = useWords()
  const query = useQuery(rulesQuery(useOn()))
  return (
    <Page title={words.rules} facts={words.rulesFacts}>
      <Ready query={query} rows={12}>
        {(rules) =>
          rules.length === 0 ? (
            <Empty
              action={
                <a className="btn" href="/">
                  {words.toMeeting}
                </a>
              }
            >
              {words.noRules}
            </Empty>
          ) : (
            rules.map((rule) => (
              <Sheet key={rule.id} title={rule.title} side={<span className="mono">{rule.id}</span>}>
                {rule.versions.length === 0 ? (
                  <Mark word="缺" />
                ) : (
                  rule.versions.map((version) => <VersionView key={version.from} version={version} />)
                )}
              </Sheet>
            ))
          )
        }
      </Ready>
    </Page>
  )
}
