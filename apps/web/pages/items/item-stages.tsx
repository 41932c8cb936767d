import { Button, Sheet } from '@yundiao/ui'
import type { ItemView } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'
import { actLabel, type ReasonedAct } from './item-act-dialog.tsx'

type Stage = { label: string; day: string | null; isDone: boolean }

/** The stations of an item in their order; a day is known or there is none. */
const stagesOf = ({ item, notices, progress }: ItemView, words: Words): Stage[] => {
  const handed = notices.find((notice) => notice.issuedOn !== null)
  const received = notices.find((notice) => notice.receivedOn !== null)
  const asked = progress.find((note) => note.closing === '待核' || note.closing === '已核')
  const isStruck = item.state.word === '已销号'
  const stage = (label: string, day: string | null | undefined, isDone = Boolean(day)): Stage => ({
    label,
    day: day ?? null,
    isDone,
  })
  return [
    stage(words.stageOpened, item.opened),
    stage(words.stageHanded, handed?.issuedOn),
    stage(words.stageReceived, received?.receivedOn),
    stage(words.stageDoing, item.latest?.asOf ?? null),
    stage(words.stageAsked, asked?.asOf),
    stage(words.stageClosed, item.closed),
    stage(words.stageChecked, item.checked?.on, isStruck),
  ]
}

const actsOf = ({ may }: ItemView): ReasonedAct[] => [
  ...(may.giveBack ? (['return'] as const) : []),
  ...(may.edit ? (['extend', may.resume ? 'resume' : 'pause', 'reassign'] as const) : []),
  ...(may.check ? (['check'] as const) : []),
  ...(may.reopen ? (['reopen'] as const) : []),
]

type StagesProps = { view: ItemView; onAct: ((act: ReasonedAct) => void) | null }

/** 办理过程: how far the item has come, and what may be done with it besides reporting and closing. */
export const ItemStages = ({ view, onAct }: StagesProps) => {
  const words = useWords()
  const stages = stagesOf(view, words)
  const now = stages.findLastIndex((stage) => stage.isDone)
  const acts = onAct ? actsOf(view) : []
  const side =
    acts.length > 0 ? (
      <span className="actions">
        {acts.map((act) => (
          <Button key={act} small onClick={() => onAct?.(act)}>
            {actLabel(act, words)}
          </Button>
        ))}
      </span>
    ) : null
  return (
    <Sheet title={words.lifeStages} side={side}>
      <ol className="stages">
        {stages.map((stage, at) => (
          <li key={stage.label} className={stage.isDone ? (at === now ? 'done now' : 'done') : undefined}>
            <b>{stage.label}</b>
            <span>{stage.day ?? '—'}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
