import { parsePolygon } from '@yundiao/kernel'
import { useUiWords } from './language.tsx'
import { pathOf, projectionOf, reachOf } from './map-layout.ts'
import { fill } from './messages.ts'

const SIZE = 160

/** One boundary, drawn to its own scale, with how far it reaches. Text that is none is not drawn. */
export const OutlineView = ({ text }: { text: string }) => {
  const words = useUiWords()
  const parsed = parsePolygon(text)
  if (parsed.kind === 'bad') return <>{words.boundaryDrawn}</>
  const drawn = projectionOf([parsed.polygon], SIZE)
  if (!drawn) return null
  const { east, north } = reachOf(parsed.polygon)
  const reach = fill(words.boundaryReach, { east: Math.round(east), north: Math.round(north) })
  return (
    <figure className="outline-view">
      <svg viewBox={`0 0 ${Math.round(drawn.width)} ${Math.round(drawn.height)}`} role="img" aria-label={reach}>
        <path d={pathOf([parsed.polygon], drawn)} />
      </svg>
      <figcaption className="note">
        {reach}　{words.sketchMap}
      </figcaption>
    </figure>
  )
}
