/** The office's words for how a thing stands, worst first: the order lists are sorted in. */
export const STATES = [
  '逾期',
  '欠序时',
  '未启动',
  '达序时',
  '超序时',
  '已办结待核',
  '长期坚持',
  '暂缓',
  '未评',
  '已办结',
  '已销号',
] as const
/** One of STATES. */
export type State = (typeof STATES)[number]

/** A view of the words for screens; never stored, never shown without the word and the shape. */
export type Lamp = { colour: 'red' | 'yellow' | 'green' | 'grey'; shape: '▲' | '◆' | '●' | '○' | '✓' | '—' }

const LAMPS: Readonly<Record<State, Lamp>> = {
  逾期: { colour: 'red', shape: '▲' },
  欠序时: { colour: 'yellow', shape: '◆' },
  未启动: { colour: 'grey', shape: '○' },
  达序时: { colour: 'green', shape: '●' },
  超序时: { colour: 'green', shape: '●' },
  // Reported done is not yet done: the office has still to check it.
  已办结待核: { colour: 'grey', shape: '✓' },
  长期坚持: { colour: 'green', shape: '●' },
  暂缓: { colour: 'grey', shape: '—' },
  未评: { colour: 'grey', shape: '—' },
  已办结: { colour: 'green', shape: '✓' },
  已销号: { colour: 'green', shape: '✓' },
}

/** Whether a text is one of the office’s state words, exactly. */
export const isState = (text: string): text is State => (STATES as readonly string[]).includes(text)

/** The lamp of a state word: colour and a shape that survives black-and-white print. */
export const lampOf = (state: State): Lamp => LAMPS[state]

/** Order for sorting: 逾期 first, then 欠序时; closed last. Negative when a comes before b. */
export const compareStates = (a: State, b: State): number => STATES.indexOf(a) - STATES.indexOf(b)

/** Whether nothing more is expected: 已办结 or 已销号. 已办结待核 still waits for the check. */
export const isClosed = (state: State): boolean => state === '已办结' || state === '已销号'
