import type * as Figures from '@yundiao/figures'
import type * as Kernel from '@yundiao/kernel'
import type * as Ledgers from '@yundiao/ledgers'
import type * as Rules from '@yundiao/rules'

type Samples<M> = Readonly<Record<string, (exports: M) => unknown>>

const ON = '2022-04-26'

const kernel: Samples<typeof Kernel> = {
  days: (k) => [k.addMonths(ON, 1), k.weekday(ON), k.dayInWords(ON), k.parseLocalDate(ON), k.dayNumber(ON)],
  periods: (k) =>
    ['2022', '2022H1', '2022Q1', '2022-03', '2022-01/02', '2022-04上', '2022-W17', ON].map((text) => {
      const period = k.parsePeriod(text)
      return period && [k.shiftPeriod(period, -3), k.samePeriodLastYear(period), k.periodInWords(period, 'ytd')]
    }),
  clock: (k) => {
    const calendar = k.workingDayCalendar(k.CHINA_HOLIDAYS)
    const pauses = [{ from: ON, to: ON, reason: '甲' }] as const
    const clock = { start: ON, allowed: { amount: 5, unit: 'working-days' }, pauses } as const
    return [k.isWorkingDay(calendar, ON), k.dueDay(clock, calendar), k.clockState(clock, ON, calendar)]
  },
  units: (k) => [k.toCanonical(784.28, '亿元'), k.showNumber(1234.5, 1, { groups: true }), k.showChange(-0.4)],
  posts: (k) => k.chargeOf([], { kind: 'unit', id: 'x' }, ON),
  states: (k) => k.STATES.toSorted(k.compareStates).map(k.lampOf),
  regions: (k) =>
    k.regionTree([{ code: '1', name: '甲', shortName: '甲', kind: 'city', parent: null, order: 1 }]).subtree('1'),
  problems: (k) => k.problemsPage(),
}

const condition: Rules.Expression = {
  and: [{ '>=': [{ var: 'a' }, 1] }, { '<': [{ 'add-days': [{ var: 'd' }, 1] }, { day: '2022-05-01' }] }],
}
const rule: Rules.ExpressionRule = {
  id: 'sample.rule',
  title: '样例',
  inputs: { a: { label: '甲', type: 'number' }, d: { label: '乙', type: 'day' } },
  versions: [
    {
      from: ON,
      cite: { document: '甲办法' },
      grade: 'C',
      expression: condition,
      vectors: [{ title: '甲', given: { a: 1, d: ON }, expect: true }],
    },
  ],
}

const rules: Samples<typeof Rules> = {
  check: (r) => r.checkExpression(condition, { a: 'number', d: 'day' }),
  compile: (r) => r.compileExpression(condition)({ a: 1, d: ON }),
  words: (r) => r.inWords(condition, rule.inputs),
  publish: (r) => [r.checkRule(rule), r.runVectors(rule)],
  judge: (r) => r.judgeBy(rule, ON)({ a: 1, d: ON }),
}

const figures: Samples<typeof Figures> = {}
const ledgers: Samples<typeof Ledgers> = { duty: (l) => l.duty('natural-resources') }

type PurePackage = {
  id: string
  load: () => Promise<object>
  samples: Readonly<Record<string, (exports: never) => unknown>>
}

/** Every pure package, loaded only when asked, and what of it is run. One without samples is still loaded. */
export const PURE_PACKAGES: readonly PurePackage[] = [
  { id: 'kernel', load: () => import('@yundiao/kernel'), samples: kernel },
  { id: 'rules', load: () => import('@yundiao/rules'), samples: rules },
  { id: 'figures', load: () => import('@yundiao/figures'), samples: figures },
  { id: 'ledgers', load: () => import('@yundiao/ledgers'), samples: ledgers },
]
