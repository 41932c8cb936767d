/**
 * Ends of the scale of one indicator: the value worth nothing and the value worth all. `[a, b]` with a < b is read by the
 * indicator's direction; with a > b, or as `{ worst, best }`, the order speaks. `power` bends the ratio (Doing Business:
 * 0.8 for the total tax rate); `scale: 'log'` takes logarithms of value and ends (HDI: income).
 */
export type Goalposts =
  | readonly [number, number]
  | { worst: number; best: number; power?: number; scale?: 'linear' | 'log' }

/** How values become scores; more is better in all. Lower and upper ends in `range`. */
export type Normalisation =
  | { method: 'none' }
  | { method: 'minmax'; range?: readonly [number, number] }
  | { method: 'zscore'; mean?: number; deviation?: number }
  | { method: 'rank'; ties?: 'min' | 'max' | 'average' }
  | { method: 'percentile' }
  | { method: 'borda' }
  | { method: 'distance-to-frontier'; range?: readonly [number, number]; clamp?: boolean }
  | { method: 'goalposts'; range?: readonly [number, number]; clamp?: boolean }
  | { method: 'distance-to-target'; cap?: boolean }
  | { method: 'distance-to-best' }
  | { method: 'share-of-best' }
  | { method: 'benchmark'; floor?: number | null; cap?: number | null; scale?: number }
  | { method: '20+80' }
  | { method: 'vector' }
