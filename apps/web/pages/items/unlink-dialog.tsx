import { Dialog } from '@yundiao/ui'
import type { FormEvent } from 'react'
import { actOnItem } from '../../api/items.ts'
import type { LinkView } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

/** 取消关联 with its reason: the link stays in the item's life. */
export const UnlinkDialog = ({ item, link, onClose }: { item: string; link: LinkView; onClose: () => void }) => {
  const words = useWords()
  const act = useAct((reason: string) => actOnItem(item, 'unlink', { link: link.id, reason }), {
    done: words.unlinked,
    after: onClose,
    inPlace: true,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    act.run(textOf(new FormData(event.currentTarget), 'reason') ?? '')
  }
  return (
    <Dialog title={`${words.unlink} ${link.label}`} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        <label className="wide">
          {words.whyReason}
          <textarea className="field" name="reason" rows={2} required maxLength={300} />
        </label>
        <FormEnd act={act}>{words.unlink}</FormEnd>
      </form>
    </Dialog>
  )
}
