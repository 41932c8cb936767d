import { useQuery } from '@tanstack/react-query'
import { fill } from '@yundiao/ui'
import { useId, useState } from 'react'
import { deadlineQuery } from '../../api/items.ts'
import { useSettled } from '../../shell/use-settled.ts'
import { useWords } from '../../shell/words.ts'

/** 完成时限 as people say it (6月底前), with the day it comes to beside it. */
export const DueField = ({ defaultValue = '' }: { defaultValue?: string }) => {
  const words = useWords()
  const id = useId()
  const [text, setText] = useState(defaultValue)
  const settled = useSettled(text.trim(), 250)
  const query = useQuery({ ...deadlineQuery(settled), enabled: settled !== '' && settled !== defaultValue })
  const read = settled === text.trim() ? query.data : undefined
  const told =
    read &&
    (read.read
      ? read.deadline
        ? fill(words.deadlineIs, { day: read.deadline })
        : words.deadlineOpen
      : words.deadlineUnread)
  const isBad = read?.read === false
  return (
    <label>
      {words.deadline}
      <input
        className="field"
        name="deadline"
        maxLength={40}
        placeholder={words.deadlineHint}
        value={text}
        aria-describedby={id}
        aria-invalid={isBad || undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <span id={id} className={isBad ? 'bad' : 'note'} role="status">
        {settled === '' ? '' : told}
      </span>
    </label>
  )
}
