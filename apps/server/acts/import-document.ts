import {
  type Authority,
  draftClauses,
  draftItems,
  LONGEST_READOUT,
  type Readout,
  type ReadoutRefusal,
  readReadout,
  simplify,
} from '@yundiao/directives'
import { type LocalDate, Problem } from '@yundiao/kernel'
import type { Caller, RecordOf, RecordValues, Store } from '@yundiao/store'
import type { DocumentKind } from '../views/directive-words.ts'
import { refuseBlocked } from './refuse-blocked.ts'
import { optionalDay } from './require-day.ts'

export type NewDocument = {
  title?: string | undefined
  kind: DocumentKind
  number: string | null
  meeting: string | null
  authority?: Authority | undefined
  issuedOn?: string | null | undefined
  text: string
}

/** Authority of a text that does not say whether Party or government stands behind it. */
const UNCLEAR = 'unclear'

const MOST_BYTES = 1_000_000
const LONGEST_TITLE = 80

const tooLong = (): Problem =>
  new Problem(
    'input.too-large',
    `正文超过 ${LONGEST_READOUT / 10_000} 万字（或 1 MB），未导入。请只贴会议或文件的正文，或拆成几份`,
    { field: 'text' },
  )

const REFUSALS: Readonly<Record<ReadoutRefusal, () => Problem>> = {
  empty: () => new Problem('input.invalid', '正文是空的，未导入。请粘贴通稿、纪要或文件的文字', { field: 'text' }),
  'too-long': tooLong,
  'not-text': () =>
    new Problem(
      'input.format',
      '正文不是文字（可能是 Word、图片，或编码不是 UTF-8），未导入。请在 WPS 或 Word 里打开，复制文字后粘贴',
      { field: 'text' },
    ),
}

const HAN = /\p{Script=Han}/gu
const LETTER = /\p{L}/gu
const LEAST_HAN = 0.5

const refuseForeign = (text: string): void => {
  const letters = text.match(LETTER)?.length ?? 0
  if ((text.match(HAN)?.length ?? 0) >= letters * LEAST_HAN && letters > 0) return
  throw new Problem('input.invalid', '正文不是中文，读不出会议要求，未导入。请提供中文文本，或用“登记一件”直接登记', {
    field: 'text',
  })
}

/** Reads a text brought in, or says what is wrong with it and what to do. Throws Problem input.invalid, .format, .too-large. */
const readText = (text: string): Readout => {
  if (Buffer.byteLength(text, 'utf8') > MOST_BYTES) throw tooLong()
  // A NUL or half a surrogate pair cannot be kept as given.
  if (text.includes('\0') || !text.isWellFormed()) throw REFUSALS['not-text']()
  const reading = readReadout(text)
  if (reading.kind === 'refused') throw REFUSALS[reading.why]()
  refuseForeign(text)
  if (reading.readout.directives.length === 0)
    throw new Problem('input.invalid', '正文里没有读出会议要求，未导入。请核对是否贴错文本，或用“登记一件”直接登记', {
      field: 'text',
    })
  return reading.readout
}

const authorityOf = (asked: NewDocument, meeting: RecordOf<'meeting'> | null, readout: Readout): string => {
  if (asked.authority) return asked.authority
  if (meeting) return meeting.authority
  const words = simplify(`${readout.title ?? ''}${readout.meeting_type ?? ''}`)
  if (/人大|政协/u.test(words)) return UNCLEAR
  if (/常务会|政府/u.test(words)) return 'government'
  return /常委|[市县区州]委/u.test(words) ? 'party' : UNCLEAR
}

const titleOf = (asked: NewDocument, readout: Readout): string => {
  const given = asked.title?.trim() || readout.title
  if (given) return given
  const [line = ''] = asked.text.trim().split('\n', 1)
  return line.trim().slice(0, LONGEST_TITLE)
}

const readMeeting = async (store: Store, caller: Caller, id: string | null) => {
  if (id === null) return null
  const meeting = await store.record(caller, 'meeting', id)
  if (!meeting) throw new Problem('not-found', '没有找到所选的会议，请重新选择', { meeting: id })
  return meeting
}

type ClauseRowDraft = { id: string; values: RecordValues }

/** Clauses as records. The day deadlines count from is the document's, else its meeting's, where the text has no year. */
const clauseRows = (
  readout: Readout,
  text: string,
  { document, day, newId }: { document: string; day: LocalDate | null; newId: () => string },
): ClauseRowDraft[] => {
  const drafts = draftClauses(readout, text)
  const ids = new Map(drafts.map((draft) => [draft.seq, newId()]))
  const items = new Map(draftItems(readout, text, { issuedOn: day }).map((item) => [item.seq, item]))
  return drafts.map(({ seq, parent, start, end, isHeading, ...words }) => {
    const directive = readout.directives[seq - 1]
    return {
      id: ids.get(seq) ?? newId(),
      values: {
        ...words,
        document,
        seq,
        parent: parent === null ? null : (ids.get(parent) ?? null),
        starts: start,
        ends: end,
        heading: isHeading,
        responsible: directive?.responsible ?? [],
        deadline: items.get(seq)?.deadline ?? null,
        measures: directive?.quant_targets.map((target) => target.text) ?? [],
        item: null,
      },
    }
  })
}

/**
 * Brings a text in: the document exactly as given and every requirement found in it, in one commit or not at all.
 * Throws Problem input.invalid, input.format, input.too-large, name.blocked, not-found, right.missing.
 */
export const importDocument = async (store: Store, caller: Caller, asked: NewDocument): Promise<string> => {
  const readout = readText(asked.text)
  const meeting = await readMeeting(store, caller, asked.meeting)
  const issuedOn = optionalDay('成文日期', asked.issuedOn)
  await refuseBlocked(store, caller, { 正文: asked.text, 标题: asked.title, 文号: asked.number })
  const id = store.newId()
  const day = issuedOn ?? meeting?.heldOn ?? null
  const document: RecordValues = {
    title: titleOf(asked, readout),
    kind: asked.kind,
    number: asked.number,
    issuedOn,
    meeting: asked.meeting,
    authority: authorityOf(asked, meeting, readout),
    referenceOnly: asked.kind === 'readout',
    text: asked.text,
  }
  await store.commit(caller, [
    { do: 'add', table: 'document', rows: [{ id, values: document }] },
    {
      do: 'add',
      table: 'clause',
      rows: clauseRows(readout, asked.text, { document: id, day, newId: store.newId }),
    },
  ])
  return id
}
