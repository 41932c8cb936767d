import { DataTable, fill, Mark, Sheet, StateTag } from '@yundiao/ui'
import type { ReactNode } from 'react'
import type { Method, SchemeItem } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'
import { CiteText } from './cite-text.tsx'
import { GradeTag } from './grade-tag.tsx'
import { shareText } from './score-text.ts'

type Clause = { words: string; clause: string | null }

/** Lines of the method, each with the clause it comes from. */
const Clauses = ({ lines }: { lines: readonly Clause[] }) => (
  <ol className="clauses">
    {lines.map(({ words, clause }) => (
      <li key={`${words}${clause}`}>
        {words} {clause ? <span className="note">（{clause}）</span> : null}
      </li>
    ))}
  </ol>
)

const Sources = ({ item }: { item: SchemeItem }) => (
  <span className="prose">
    {item.inputs.map((input) => (
      <span className="line" key={`${input.role}${input.label}`}>
        {input.label}
        <span className="note">
          （{[input.unitShown, input.sourceClass, input.clause].filter(Boolean).join('；')}）
        </span>
      </span>
    ))}
  </span>
)

const Known = ({ words }: { words: string | null }) => (words === null ? <Mark word="待明确" /> : words)

/** Indicators as the method's own table prints them: name, weight, how it is reckoned, benchmark, cap, gaps, source. */
const Items = ({ items }: { items: readonly SchemeItem[] }) => {
  const words = useWords()
  return (
    <div className="sheet-scroll">
      <DataTable
        label={words.evItems}
        className="ruled method-items"
        rows={items}
        rowKey={({ code }) => code}
        columns={[
          {
            id: 'name',
            label: words.evIndicator,
            width: 170,
            frozen: 'always',
            cell: ({ name, depth, leaf, direction }) => (
              <span className={depth > 1 ? `indent-${Math.min(depth - 1, 2)}` : undefined}>
                {leaf ? name : <b>{name}</b>}
                {leaf && direction === -1 ? <span className="note"> {words.evLessIsBetter}</span> : null}
              </span>
            ),
          },
          {
            id: 'weight',
            label: words.evWeight,
            align: 'right',
            width: 60,
            cell: ({ weight }) => shareText(weight, weight * 100 === Math.round(weight * 100) ? 0 : 1),
          },
          { id: 'formula', label: words.evFormula, cell: ({ formula }) => <span className="prose">{formula}</span> },
          {
            id: 'benchmark',
            label: words.evBenchmark,
            cell: ({ leaf, benchmark }) => (leaf ? <Known words={benchmark} /> : null),
          },
          { id: 'cap', label: words.evCap, cell: ({ leaf, cap }) => (leaf ? <Known words={cap} /> : null) },
          {
            id: 'missing',
            label: words.evMissing,
            optional: true,
            cell: ({ leaf, missing }) => (leaf ? missing : null),
          },
          { id: 'inputs', label: words.evSources, cell: (item) => <Sources item={item} /> },
        ]}
      />
    </div>
  )
}

const Unknowns = ({ unknowns }: { unknowns: readonly string[] }) => {
  const words = useWords()
  return (
    <>
      <ul className="unknowns">
        {unknowns.map((unknown) => (
          <li key={unknown}>
            <Mark word="待明确" /> {unknown}
          </li>
        ))}
      </ul>
      <p className="note">{words.evUnknownsFoot}</p>
    </>
  )
}

const Policies = ({ policies }: { policies: Method['policies'] }) => {
  const words = useWords()
  return (
    <DataTable
      label={words.evPolicies}
      className="ruled"
      rows={policies}
      rowKey={({ grade, measure }) => `${grade}${measure}`}
      columns={[
        { id: 'grade', label: words.evGrade, width: 60, cell: ({ grade }) => <GradeTag grade={grade} /> },
        { id: 'measure', label: words.evMeasure, cell: ({ measure }) => <span className="prose">{measure}</span> },
        { id: 'cite', label: words.basis, cell: ({ cite }) => <CiteText cite={cite} /> },
      ]}
    />
  )
}

const Head = ({ version, unknowns, publicityDays }: Pick<Method, 'version' | 'unknowns' | 'publicityDays'>) => {
  const words = useWords()
  return (
    <header>
      <p className="serif">
        <CiteText cite={version.cite} />
      </p>
      <p className="note">
        {version.from} {words.until} {version.to ?? words.today}
        {' · '}
        {publicityDays === null ? (
          <>
            {words.evPublicity} <Mark word="待明确" />
          </>
        ) : (
          fill(words.evPublicFor, { n: publicityDays })
        )}
        {unknowns.length > 0 ? (
          <>
            {' · '}
            <a href="#unknowns">{fill(words.evUnknownsAt, { n: unknowns.length })}</a>
          </>
        ) : null}
      </p>
      <p className="note">{words.evSourceGrades}</p>
    </header>
  )
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']

type Part = { title: string; body: ReactNode; id?: string }

/** A method in the order a published one has: who takes part, indicators, grades, gaps, notice, policies. */
export const MethodSheets = ({ method }: { method: Method }) => {
  const words = useWords()
  const { version, sections, items, grading, exclusions, policies, unknowns } = method
  const clauses = (title: string, lines: readonly Clause[]): Part[] =>
    lines.length === 0 ? [] : [{ title, body: <Clauses lines={lines} /> }]
  const those = (place: Method['sections'][number]['at']): Part[] =>
    sections.filter(({ at }) => at === place).flatMap(({ title, lines }) => clauses(title, lines))
  const parts: Part[] = [
    ...those('scope'),
    ...clauses(words.evExclusions, exclusions),
    { title: words.evItems, body: <Items items={items} /> },
    ...those('indicators'),
    ...clauses(words.evGrading, grading),
    ...those('grades'),
    ...those('end'),
    ...(policies.length > 0 ? [{ title: words.evPolicies, body: <Policies policies={policies} /> }] : []),
    ...(unknowns.length > 0
      ? [{ title: words.evUnknownsTitle, body: <Unknowns unknowns={unknowns} />, id: 'unknowns' }]
      : []),
  ]
  return (
    <Sheet title={version.title} side={<StateTag>{`${words.evSourceGrade} ${version.grade}`}</StateTag>}>
      <article className="method">
        <Head {...method} />
        {parts.map(({ title, body, id }, at) => (
          <section key={title} id={id}>
            <h3>
              {NUMERALS[at] ?? at + 1}、{title}
            </h3>
            {body}
          </section>
        ))}
      </article>
    </Sheet>
  )
}
