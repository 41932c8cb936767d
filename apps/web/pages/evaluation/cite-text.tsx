import type { Citation } from '../../api/types.ts'

/** A citation; a door to the page it was read on where there is one. */
export const CiteText = ({ cite }: { cite: Citation }) => {
  const name = /^《/.test(cite.document) ? cite.document : `《${cite.document}》`
  const text = `${name}${cite.number ? `（${cite.number}）` : ''}${cite.article ?? ''}`
  return cite.url && /^https?:\/\//.test(cite.url) ? (
    <a href={cite.url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    text
  )
}
