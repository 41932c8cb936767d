import type { ScratchApp } from './scratch-app.ts'

export const COPY = 'zqpapercopyqz'

const idOf = async (answer: Response): Promise<string> => {
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { id: string }).id
}

/**
 * The 公示稿 of a run on trial, kept among the papers with the firms it names, a copy of it that came back, and the files
 * of all three; `inputs` are files of the run itself, which no paper holds.
 */
export const plantFirmPaper = async (app: ScratchApp, trial: string) => {
  const as = 'yunxing'
  const paper = await idOf(await app.request(`/api/evaluations/${trial}/notice`, { as, method: 'POST' }))
  const file = new Uint8Array(await (await app.request(`/api/papers/${paper}/file`, { as })).arrayBuffer())
  const form = new FormData()
  form.set('file', new File([file], `${COPY}.docx`))
  const copy = await idOf(await app.request(`/api/papers/${paper}/return`, { as, method: 'POST', body: form }))
  const caller = await app.callerOf(as)
  const papers = await app.store.records(caller, 'file', { where: { subject: paper } })
  const runs = await app.store.records(caller, 'file', { where: { subject: trial } })
  const ids = (media: (one: string | null) => boolean) => runs.filter((one) => media(one.media)).map(({ id }) => id)
  const isData = (media: string | null): boolean => media === 'application/json'
  const files = [...papers.map(({ id }) => id), ...ids((media) => !isData(media))]
  return { paper, copy, files, inputs: ids(isData) }
}
export type PlantedFirmPaper = Awaited<ReturnType<typeof plantFirmPaper>>

/** Addresses of it, of the copy and of the files. */
export const firmPaperIds = ({ paper, copy, files }: PlantedFirmPaper): string[] => [paper, copy, ...files]

/** What tells of it: those, and the name of the copy. */
export const firmPaperWords = (planted: PlantedFirmPaper): string[] => [COPY, ...firmPaperIds(planted)]
