import { ITEMS, LEDGERS, type Planted, type PlantedRow, TWIN, TWIN_PLACE, USER, wordOf } from './canaries.ts'
import { evaluationWords, evaluationWordsFor } from './evaluation-canaries.ts'
import { firmPaperWords } from './paper-canaries.ts'
import {
  type Account,
  listsField,
  PLACES,
  SENSITIVITIES,
  seesBlockedNames,
  seesDocument,
  seesFigure,
  seesFirmPaper,
  seesItem,
  seesMeeting,
  seesProjects,
  seesRow,
  seesUsers,
} from './rights-table.ts'

export type Sensitivity = (typeof SENSITIVITIES)[number]

export const rowWords = (
  row: PlantedRow,
  fields: readonly Sensitivity[],
  stages: readonly ('was' | 'is')[],
): string[] => stages.flatMap((stage) => fields.map((field) => wordOf(row.ledger, row.place, field, stage)))

/** 元 as JSON tells it, and 万元 as sheets and histories print it. */
const amountWords = (row: PlantedRow): string[] => [String(row.amount), String(row.amount / 1e4)]
const figureWords = (printed: string): string[] => [printed, String(Math.round(Number(printed) * 1e8))]

export const grantsOf = (ledger: string) => LEDGERS.find(({ definition }) => definition.id === ledger)?.grants ?? {}
export const sees = (who: Account, row: PlantedRow): boolean => seesRow(who, grantsOf(row.ledger), row.place)
export const listed = (who: Account): Sensitivity[] => SENSITIVITIES.filter((field) => listsField(who, field))

/** 合计 of a whole ledger: for who sees every row and the column. */
export const totalOf = (planted: Planted, ledger: string): string =>
  String(planted.rows.filter((row) => row.ledger === ledger).reduce((sum, row) => sum + row.amount, 0))
export const seesTotal = (who: Account, ledger: string): boolean =>
  listsField(who, 'firm') && PLACES.every((place) => seesRow(who, grantsOf(ledger), place))

/** Every canary of the planted world. */
export const allWords = (planted: Planted): string[] => [
  ...planted.rows.flatMap((row) => [...rowWords(row, SENSITIVITIES, ['was', 'is']), ...amountWords(row)]),
  ...planted.figures.flatMap(({ printed }) => figureWords(printed)),
  ...ITEMS.flatMap(({ name }) => ['item', 'measure', 'progress'].map((kind) => wordOf(kind, name))),
  ...['meeting', 'previous', 'agenda', 'document', 'documenttext', 'blocked'].map((kind) => wordOf(kind)),
  ...LEDGERS.map(({ definition }) => totalOf(planted, definition.id)),
  ...evaluationWords,
  ...firmPaperWords(planted.firmPaper),
  TWIN,
  USER.username,
  USER.name,
]

/** The canaries an account may meet at any door but those that open one personal value. */
export const wordsFor = (who: Account, planted: Planted): ReadonlySet<string> => {
  const some = (open: boolean, ...words: readonly string[]): readonly string[] => (open ? words : [])
  return new Set([
    ...planted.rows.flatMap((row) =>
      some(
        sees(who, row),
        ...rowWords(row, listed(who), ['was', 'is']),
        ...some(listsField(who, 'firm'), ...amountWords(row)),
      ),
    ),
    ...LEDGERS.flatMap(({ definition: { id } }) => some(seesTotal(who, id), totalOf(planted, id))),
    ...planted.figures.flatMap(({ place, stage, printed }) =>
      some(seesFigure(who, place, stage), ...figureWords(printed)),
    ),
    ...ITEMS.flatMap((item) =>
      some(seesItem(who, item), ...['item', 'measure', 'progress'].map((kind) => wordOf(kind, item.name))),
    ),
    ...some(seesMeeting(who), wordOf('meeting'), wordOf('previous'), wordOf('agenda')),
    ...some(seesDocument(who), wordOf('document'), wordOf('documenttext')),
    ...some(seesProjects(who) && who.holds.includes(TWIN_PLACE), TWIN),
    ...some(seesUsers(who), USER.username, USER.name),
    ...some(seesBlockedNames(who), wordOf('blocked')),
    ...evaluationWordsFor(who),
    ...some(seesFirmPaper(who), ...firmPaperWords(planted.firmPaper)),
  ])
}
