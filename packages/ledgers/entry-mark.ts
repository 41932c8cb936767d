/** Which entry a row of an exported sheet is, and the version it showed. */
export type EntryMark = { id: string; version: number }

/** The text of a mark, as the hidden column of an export holds it: `0196a3c1-…-9f3c41d2/3`. */
export const writeMark = ({ id, version }: EntryMark): string => `${id}/${version}`

const MARK = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([1-9]\d{0,8})$/

/** A mark read back; null where the text is none. */
export const readMark = (text: string): EntryMark | null => {
  const [, id, version] = MARK.exec(text.trim().toLowerCase()) ?? []
  return id === undefined ? null : { id, version: Number(version) }
}
