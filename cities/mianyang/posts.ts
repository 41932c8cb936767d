import type { LocalDate } from '@yundiao/kernel'
import { firstMeeting } from './meeting.ts'

/** A post and who held it as a cited report of a day names them. When they took it up the report does not say: null. */
export type PackPost = { id: string; title: string; holder: string; rank: number; namedOn: LocalDate; source: string }

const { chair, present, heldOn, cite } = firstMeeting

/** Those the first meeting's report names with their posts, in its order. What each is in charge of it does not say. */
export const posts: readonly PackPost[] = [chair, ...present].map(({ name, post }, index) => ({
  id: `post-${index + 1}`,
  title: post,
  holder: name,
  rank: index + 1,
  namedOn: heldOn,
  source: `${cite.document}（${heldOn}）`,
}))
