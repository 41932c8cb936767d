import { ASKED, type PlantedEvaluations, seesFirm, TAXES } from './evaluation-canaries.ts'
import { type Door, HIDDEN, OK, when } from './ledger-doors.ts'
import type { Account } from './rights-table.ts'

const seesTrial = (who: Account): boolean => !['county', 'park'].includes(who.role)
const seesAll = (who: Account): boolean => TAXES.every(({ place }) => seesFirm(who, place))
const runs = (who: Account): boolean => ['office', 'department'].includes(who.role)

const unitDoors = (who: Account, base: string, units: PlantedEvaluations['units']): Door[] =>
  units.flatMap(({ place, unit }): Door[] => {
    const own = TAXES.filter((tax) => tax.place === place && seesFirm(who, place))
    const path = `${base}/units/${unit}`
    return [
      { name: `unit of ${place}`, path, status: OK, shows: own.map(({ wan }) => String(wan)) },
      {
        name: `cheapest changes in ${place}`,
        path: `${path}/cheapest`,
        ask: { json: { goal: { score: 1 }, levers: [] } },
        status: when(seesFirm(who, place)),
      },
      ...units.map(({ unit: other, place: of }) => ({
        name: `unit of ${place} against one of ${of}`,
        path: `${path}?against=${other}`,
        status: !seesFirm(who, place) ? OK : when(seesFirm(who, of)),
      })),
    ]
  })

/** Every door of a run on trial and of one made public. Acts are asked for so that those who may do them are refused too. */
export const evaluationDoors = (who: Account, { trial, shown, units, appeal }: PlantedEvaluations): Door[] => {
  const base = `/api/evaluations/${shown}`
  const shows = TAXES.filter(({ place }) => seesFirm(who, place)).map(({ wan }) => String(wan))
  const act = (json: object) => ({ json })
  const refused = (code: number): readonly number[] => (runs(who) ? [code] : HIDDEN)
  return [
    { name: 'evaluations', path: '/api/evaluations', status: OK },
    { name: 'method', path: '/api/evaluation-schemes/parks.huangyan', status: OK },
    ...['', '/file', '/notice', '/appeals', '/replay', '/assurance'].map((door) => ({
      name: `run on trial${door}`,
      path: `/api/evaluations/${trial}${door}`,
      status: when(seesTrial(who)),
    })),
    ...['', '/notice', '/replay', '/assurance'].map((door) => ({
      name: `run${door}`,
      path: `${base}${door}`,
      status: OK,
    })),
    { name: 'a kept file', path: `${base}/kept/inputs`, status: when(seesAll(who)), shows: seesAll(who) ? shows : [] },
    { name: 'run as a workbook', path: `${base}/file`, status: OK, shows },
    {
      name: 'appeals',
      path: `${base}/appeals`,
      status: OK,
      shows: who.role !== 'park' && seesFirm(who, ASKED.place) ? [String(ASKED.wan)] : [],
    },
    { name: 'evidence of an appeal without any', path: `${base}/appeals/${appeal}/file`, status: HIDDEN },
    { name: 'other weights', path: `${base}/what-if`, ask: act({ weights: {} }), status: when(seesAll(who)) },
    { name: 'side by side', path: `${base}/side-by-side`, status: when(seesAll(who)) },
    {
      name: 'run a year',
      path: '/api/evaluations',
      ask: act({ scheme: 'parks.huangyan', version: 'parks.huangyan:2022-01-01', year: 2001, title: '试' }),
      status: refused(422),
    },
    { name: 'keep weights', path: `${base}/change`, ask: act({ title: '试', weights: {} }), status: refused(400) },
    { name: 'publish', path: `${base}/publish`, ask: act({ version: 99, from: '2022-04-26' }), status: refused(409) },
    { name: 'withdraw', path: `${base}/withdraw`, ask: act({ version: 99, reason: '试' }), status: refused(409) },
    { name: 'remove', path: `${base}/remove`, ask: act({ version: 99 }), status: refused(409) },
    { name: 'settle', path: `${base}/settle`, ask: act({ version: 99, approver: '某' }), status: refused(409) },
    {
      name: 'decide an appeal',
      path: `${base}/appeals/${appeal}/decide`,
      ask: act({ version: 99, upheld: false, decision: '试', decidedBy: '某' }),
      status: refused(409),
    },
    { name: 'stop drawing', path: `${base}/assurance`, ask: { method: 'DELETE' }, status: refused(200) },
    { name: 'draw', path: `${base}/assurance`, ask: act({ draws: 1, seed: 1 }), status: [400] },
    ...unitDoors(who, base, units),
  ]
}
