type Shape = 'circle' | 'triangle' | 'diamond' | 'hollow'

const SHAPE_OF: Readonly<Record<string, Shape>> = {
  超序时: 'circle',
  达序时: 'circle',
  已办结: 'circle',
  已销号: 'circle',
  长期坚持: 'circle',
  达到目标: 'circle',
  欠序时: 'triangle',
  已办结待核: 'triangle',
  逾期: 'diamond',
}

const LAMP: Readonly<Record<Shape, string>> = { circle: 'g', triangle: 'y', diamond: 'r', hollow: 'x' }

const ShapeMark = ({ shape }: { shape: Shape }) => {
  switch (shape) {
    case 'circle':
      return <circle cx="8" cy="8" r="6.5" fill="#00735c" />
    case 'triangle':
      return <path d="M8 1 15.4 14.5H.6Z" fill="#e3a300" stroke="#774f00" strokeWidth="1" />
    case 'diamond':
      return <path d="M8 .6 15.4 8 8 15.4 .6 8Z" fill="#b3261e" />
    case 'hollow':
      return (
        <>
          <circle cx="8" cy="8" r="6" fill="none" stroke="#626c78" strokeWidth="1.6" />
          <path d="M4.6 8h6.8" stroke="#626c78" strokeWidth="1.6" />
        </>
      )
  }
}

/** A judged state: word and shape first, colour last. The reason is the title and, with `reason`, stands beside it. */
export const StateWord = ({ state, reason = false }: { state: { word: string; reason: string }; reason?: boolean }) => {
  const shape = SHAPE_OF[state.word] ?? 'hollow'
  return (
    <span className={`lamp ${LAMP[shape]}`} title={state.reason}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <ShapeMark shape={shape} />
      </svg>
      {state.word}
      {reason && state.reason ? <span className="note why"> {state.reason}</span> : null}
    </span>
  )
}
