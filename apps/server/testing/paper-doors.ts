import { type Door, HIDDEN, OK, when } from './ledger-doors.ts'
import { COPY, type PlantedFirmPaper } from './paper-canaries.ts'
import { type Account, seesEvents, seesFirmPaper } from './rights-table.ts'

/** Every door of a paper that asks what its readers hold; acts come with a version nobody has, so that nothing is changed. */
export const firmPaperDoors = (who: Account, planted: PlantedFirmPaper): Door[] => {
  const { paper, copy, files, inputs } = planted
  const sees = seesFirmPaper(who)
  const base = `/api/papers/${paper}`
  const asked = { also: [paper, copy] }
  const shown = (...words: readonly string[]) => ({ shows: sees ? words : [] })
  const keeps = sees && who.role === 'office'
  const settle = { version: 99, revision: null, approver: '某', decisions: [] }
  return [
    { name: 'papers', path: '/api/papers', status: OK, ...shown(paper) },
    { name: 'papers of the day', path: '/api/papers?on=2022-04-26', status: OK, ...shown(paper) },
    { name: 'a paper with firms', path: base, status: when(sees), ...shown(paper, copy), ...asked },
    { name: 'its file', path: `${base}/file`, status: when(sees), ...asked },
    { name: 'a copy of it', path: `${base}/file?revision=${copy}`, status: when(sees), ...asked },
    { name: 'send it', path: `${base}/send`, ask: { json: { version: 99 } }, status: keeps ? [409] : HIDDEN, ...asked },
    { name: 'settle it', path: `${base}/final`, ask: { json: settle }, status: keeps ? [409] : HIDDEN, ...asked },
    // Of those laid under a unit's name, too: a file of the run, and the paper kept under the run.
    ...[inputs.at(0), files.at(-1)].map((file) => ({
      name: 'a file that is no item’s',
      path: `/api/items/${copy}/files/${file}`,
      status: HIDDEN,
      also: [copy, file ?? ''],
    })),
    ...(
      [
        ['file', files],
        ['paper', [COPY]],
      ] as const
    ).map(([stream, words]) => ({
      name: `events of ${stream}`,
      path: `/api/events?stream=${stream}`,
      status: when(seesEvents(who)),
      ...(seesEvents(who) ? shown(...words) : {}),
    })),
  ]
}
