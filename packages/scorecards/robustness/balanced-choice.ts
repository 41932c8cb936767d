import { drawIndex, pointStream, type RandomStream } from './random.ts'

/** Room to deal out combinations: the block of rows last dealt, and its order. */
export type ChoiceRoom = { block: number; order: Uint16Array }

/** Room for so many combinations, nothing dealt yet. */
export const choiceRoom = (combinations: number): ChoiceRoom => ({ block: -1, order: new Uint16Array(combinations) })

/** Stream of the deals, apart from those of the factors. */
const DEAL = 0xdea1

const deal = (room: ChoiceRoom, block: number, seed: number, stream: RandomStream): void => {
  const { order } = room
  pointStream(stream, seed, block, DEAL)
  for (let i = 0; i < order.length; i += 1) order[i] = i
  for (let i = order.length - 1; i > 0; i -= 1) {
    const other = drawIndex(stream, i + 1)
    const own = order[i] ?? 0
    order[i] = order[other] ?? 0
    order[other] = own
  }
  room.block = block
}

/**
 * The combination of choices row `row` takes. Rows are cut into blocks as long as there are combinations; each block
 * takes every combination once, in an order of its own (Fisher & Yates 1938), so that no choice weighs more than another
 * by chance: a unit two methods disagree on keeps its median. Source: stratified sampling, Cochran (1977), ch. 5.
 */
export const combinationOf = (room: ChoiceRoom, row: number, seed: number, stream: RandomStream): number => {
  const many = room.order.length
  if (many < 2) return 0
  const block = Math.floor(row / many)
  if (block !== room.block) deal(room, block, seed, stream)
  return room.order[row - block * many] ?? 0
}
