import type { DocumentKind } from '../../api/types.ts'
import { useWords } from '../../shell/words.ts'

/** The kinds of 依据 with their words. A news readout is reference only. */
export const useKinds = (): { key: DocumentKind; label: string }[] => {
  const words = useWords()
  return [
    { key: 'readout', label: words.kindReadout },
    { key: 'minutes', label: words.kindMinutes },
    { key: 'instruction', label: words.kindInstruction },
    { key: 'document', label: words.kindDocument },
    { key: 'report', label: words.kindReport },
  ]
}
