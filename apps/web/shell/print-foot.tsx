import { instant } from '@yundiao/ui'
import { useOn } from './on-day.ts'
import { useMe } from './session.ts'
import { usePrinting } from './use-printing.ts'
import { useWords } from './words.ts'

/** What every printed page says at its foot: the day of its data, when it was printed, the 校验码; signed sheets, by whom. */
export const PrintFoot = ({ asKnownOn, signed = false }: { asKnownOn?: string; signed?: boolean }) => {
  const words = useWords()
  const me = useMe()
  const on = useOn()
  const printing = usePrinting()
  return (
    <p className={signed ? 'print-foot' : 'print-foot of-page'}>
      {signed ? <span>{words.reportingUnitSeal}</span> : null}
      <span>
        {words.dataAsOf} {asKnownOn ?? on ?? me.businessDay}
      </span>
      <span>
        {words.printedOn} {printing ? instant(new Date().toISOString()) : ''}
      </span>
      {me.checkCode ? (
        <span>
          {words.checkCode} {me.checkCode}
        </span>
      ) : null}
      {signed ? <span>{words.printFoot}</span> : null}
    </p>
  )
}
