import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { postsQuery } from '../../api/posts.ts'
import { useWords } from '../../shell/words.ts'

/** 牵头市领导: any words, with the leaders of today's posts to choose from. */
export const LeaderField = ({
  name = 'leadLeader',
  defaultValue = '',
  label,
}: {
  name?: string
  defaultValue?: string
  label?: string
}) => {
  const words = useWords()
  const id = useId()
  const posts = (useQuery(postsQuery(undefined)).data ?? []).filter((post) => post.state === '现任')
  return (
    <label>
      {label ?? words.leadLeader}
      <input className="field" name={name} maxLength={60} list={id} defaultValue={defaultValue} autoComplete="off" />
      <datalist id={id}>
        {posts.map((post) => (
          <option key={post.id} value={post.holder ?? post.title}>
            {post.title}
          </option>
        ))}
      </datalist>
    </label>
  )
}
