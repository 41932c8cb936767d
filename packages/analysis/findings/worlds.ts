import { DEFAULT_CONCEPT, DEMONSTRATION, type FoundFigure, type Origin, type TargetFact } from '@yundiao/figures'

/**
 * Figures that may be set against each other: published ones; those of departments; dispatched ones; and demonstration
 * figures, each apart. Estimates (预计) are in none: nobody is judged by an estimate.
 */
export type World = {
  /** Empty for published figures; a part of ids elsewhere. */
  id: string
  mark: '演示' | null
  /** What the first sentence begins with. */
  label: string
  figures: readonly FoundFigure[]
  byRef: ReadonlyMap<string, FoundFigure>
  targets: readonly TargetFact[]
}

const ORIGINS: readonly Origin[] = ['official', 'department', 'dispatch']
const LABELS: Readonly<Partial<Record<Origin, string>>> = { department: '（部门数）', dispatch: '（调度数）' }

/** The board reads published figures of the usual concept: in a world of their own, others take that place. */
const asUsual = (figure: FoundFigure, isDemo: boolean): FoundFigure => ({
  ...figure,
  series: { ...figure.series, origin: 'official', concept: isDemo ? DEFAULT_CONCEPT : figure.series.concept },
})

const worldOf = (
  origin: Origin,
  isDemo: boolean,
  all: readonly FoundFigure[],
  targets: readonly TargetFact[],
): World => {
  const isPublished = origin === 'official' && !isDemo
  const figures = all.filter(
    ({ series, round }) =>
      series.origin === origin && (series.concept === DEMONSTRATION) === isDemo && round !== 'estimate',
  )
  const inPlace = isPublished ? figures : figures.map((figure) => asUsual(figure, isDemo))
  return {
    id: isPublished ? '' : isDemo ? `demo-${origin}` : origin,
    mark: isDemo ? '演示' : null,
    label: isDemo ? '（演示）' : (LABELS[origin] ?? ''),
    figures: inPlace,
    byRef: new Map(inPlace.map((figure) => [figure.ref, figure])),
    targets: targets
      .filter((target) => (target.concept === DEMONSTRATION) === isDemo)
      .map((target) => (isDemo ? { ...target, concept: DEFAULT_CONCEPT } : target)),
  }
}

/** The worlds that hold figures, published ones first. */
export const worldsOf = (figures: readonly FoundFigure[], targets: readonly TargetFact[]): readonly World[] =>
  [false, true]
    .flatMap((isDemo) => ORIGINS.map((origin) => worldOf(origin, isDemo, figures, targets)))
    .filter((world) => world.figures.length > 0)
