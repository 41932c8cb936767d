import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segment } from '@yundiao/ui'
import { useWords } from '../../../shell/words.ts'

const NAMES = ['list', 'inquiries', 'quick'] as const
export type SheetName = (typeof NAMES)[number]

/** Which of the sheets of 研判要点 is shown; it lives in the URL. */
export const useSheetName = (): SheetName => {
  const asked = useSearch({ strict: false, select: ({ ask }) => ask })
  return NAMES.find((name) => name === asked) ?? 'list'
}

/** The list, what is asked of units, or the quick report. */
export const SheetChoice = () => {
  const words = useWords()
  const navigate = useNavigate()
  const labels = { list: words.viewList, inquiries: words.inquiries, quick: words.quick }
  const choose = (name: SheetName) => {
    const ask = name === 'list' ? undefined : name
    void navigate({ to: '/analysis', search: (old) => ({ ...old, ask }), replace: true })
  }
  return (
    <Segment
      label={words.viewPoints}
      value={useSheetName()}
      onChange={choose}
      options={NAMES.map((key) => ({ key, label: labels[key] }))}
    />
  )
}
