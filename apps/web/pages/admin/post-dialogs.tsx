import { Dialog } from '@yundiao/ui'
import type { FormEvent, ReactNode } from 'react'
import { addPost, endPost, succeedPost } from '../../api/posts.ts'
import type { PostRow } from '../../api/types.ts'
import { FormEnd } from '../../shell/form-end.tsx'
import { textOf } from '../../shell/form-text.ts'
import { useMe } from '../../shell/session.ts'
import { useAct } from '../../shell/use-act.ts'
import { useWords } from '../../shell/words.ts'

type Act = ReturnType<typeof useAct>

type FormProps = {
  title: string
  onClose: () => void
  act: Act
  onSubmit: (form: FormData) => void
  children: ReactNode
}

/** A dialog of fields with one button; a fault is told in it and what was typed stays. */
const FormDialog = ({ title, onClose, act, onSubmit, children }: FormProps) => {
  const words = useWords()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSubmit(new FormData(event.currentTarget))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="fields" onSubmit={submit}>
        {children}
        <FormEnd act={act}>{words.save}</FormEnd>
      </form>
    </Dialog>
  )
}

type DayProps = { label: string; name: string; day?: string; required?: boolean }

const Day = ({ label, name, day, required = false }: DayProps) => (
  <label>
    {label}
    <input className="field" type="date" name={name} defaultValue={day} required={required} />
  </label>
)

export const NewPostDialog = ({ onClose }: { onClose: () => void }) => {
  const words = useWords()
  const me = useMe()
  const act = useAct(addPost, { done: words.saved, close: onClose, inPlace: true })
  const submit = (form: FormData) => {
    const rank = textOf(form, 'rank')
    act.run({
      title: textOf(form, 'title') ?? '',
      holder: textOf(form, 'holder'),
      rank: rank === null ? null : Number(rank),
      from: textOf(form, 'from'),
      note: textOf(form, 'note'),
    })
  }
  return (
    <FormDialog title={words.addPost} onClose={onClose} act={act as Act} onSubmit={submit}>
      <label>
        {words.postTitle}
        <input className="field" name="title" required minLength={2} maxLength={60} />
      </label>
      <label>
        {words.holder}
        <input className="field" name="holder" maxLength={30} placeholder={words.pending} />
      </label>
      <label>
        {words.postRank}
        <input className="field" name="rank" type="number" min={1} max={999} />
      </label>
      <Day label={words.heldFrom} name="from" day={me.businessDay} />
      <label className="wide">
        {words.remarks}
        <input className="field" name="note" maxLength={200} />
      </label>
    </FormDialog>
  )
}

type PostDialogProps = { post: PostRow; onClose: () => void }

export const EndPostDialog = ({ post, onClose }: PostDialogProps) => {
  const words = useWords()
  const me = useMe()
  const act = useAct(endPost, { done: words.saved, close: onClose, inPlace: true })
  const submit = (form: FormData) => act.run({ id: post.id, version: post.version, to: textOf(form, 'to') ?? '' })
  return (
    <FormDialog
      title={`${words.endPost}　${post.title} ${post.holder ?? ''}`}
      onClose={onClose}
      act={act as Act}
      onSubmit={submit}
    >
      <Day label={words.endOn} name="to" day={me.businessDay} required />
      <p className="note wide">{words.endPostNote}</p>
    </FormDialog>
  )
}

/** 换人: one act ends one holder's time and begins the other's. */
export const SuccessorDialog = ({ post, onClose }: PostDialogProps) => {
  const words = useWords()
  const me = useMe()
  const act = useAct(succeedPost, { done: words.saved, close: onClose, inPlace: true })
  const submit = (form: FormData) =>
    act.run({
      id: post.id,
      version: post.version,
      holder: textOf(form, 'holder') ?? '',
      from: textOf(form, 'from') ?? '',
      takeCharges: form.get('takeCharges') !== null,
    })
  return (
    <FormDialog title={`${words.succeed}　${post.title}`} onClose={onClose} act={act as Act} onSubmit={submit}>
      <p className="wide">
        {words.formerHolder}：{post.holder ?? words.pending}
      </p>
      <label>
        {words.successor}
        <input className="field" name="holder" required maxLength={30} />
      </label>
      <Day label={words.heldFrom} name="from" day={me.businessDay} required />
      <label className="wide check">
        <input type="checkbox" name="takeCharges" defaultChecked /> {words.takeCharges}
      </label>
    </FormDialog>
  )
}
