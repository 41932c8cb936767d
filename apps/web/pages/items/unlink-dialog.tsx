import { actOnItem } from '../../api/items.ts'
import type { LinkView } from '../../api/types.ts'
import { ReasonDialog } from '../../shell/reason-dialog.tsx'
import { useWords } from '../../shell/words.ts'

/** 取消关联 with its reason: the link stays in the item's life. */
export const UnlinkDialog = ({ item, link, onClose }: { item: string; link: LinkView; onClose: () => void }) => {
  const words = useWords()
  return (
    <ReasonDialog
      title={`${words.unlink} ${link.label}`}
      submit={words.unlink}
      done={words.unlinked}
      act={(reason) => actOnItem(item, 'unlink', { link: link.id, reason })}
      onClose={onClose}
    />
  )
}
