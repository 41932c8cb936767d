import type { ReactNode } from 'react'

const CLASSES = {
  缺: 'gap',
  未公布: 'gap',
  未报送: 'gap',
  待明确: 'gap',
  测算: 'calc',
  建议: 'suggest',
  演示: 'demo',
} as const

export type MarkWord = keyof typeof CLASSES

/** One of the marks beside or in place of a figure. `title` gives the reason where there is one. */
export const Mark = ({
  word,
  title,
  children,
}: {
  word: MarkWord
  title?: string | undefined
  children?: ReactNode
}) => (
  <span className={`m ${CLASSES[word]}`} title={title}>
    {children ?? word}
  </span>
)

/** A state that is only a word: no judgement, no lamp. */
export const StateTag = ({ children }: { children: ReactNode }) => <span className="m state">{children}</span>
