import { describe, expect, it } from 'vitest'
import type { MeetingPhase, MeetingRow } from '../../api/types.ts'
import { chooseMeeting, lastBefore } from './choose-meeting.ts'

const meeting = (heldOn: string, phase: MeetingPhase): MeetingRow => ({
  id: heldOn,
  title: heldOn,
  heldOn,
  kind: '常委会',
  authority: 'party',
  phase,
  version: 1,
  demo: false,
  previous: null,
})

describe('chooseMeeting', () => {
  it.each([
    ['none', [], null],
    [
      'the last held when nothing is ahead',
      [meeting('2022-04-26', '会后'), meeting('2022-01-20', '会后')],
      '2022-04-26',
    ],
    [
      'the nearest in preparation',
      [meeting('2022-07-28', '筹备'), meeting('2022-05-10', '筹备'), meeting('2022-04-26', '会后')],
      '2022-05-10',
    ],
    ['one going on before all', [meeting('2022-04-26', '会中'), meeting('2022-04-25', '筹备')], '2022-04-26'],
  ] as const)('%s', (_, meetings, id) => expect(chooseMeeting(meetings)?.id ?? null).toBe(id))
})

describe('lastBefore', () => {
  const meetings = [meeting('2022-04-28', '筹备'), meeting('2022-01-20', '会后'), meeting('2022-04-26', '筹备')]
  it.each([
    ['2022-01-19', null],
    ['2022-04-26', '2022-04-26'],
    ['2022-04-27', '2022-04-26'],
    ['2022-05-10', '2022-04-28'],
  ])('on %s: %s', (day, id) => expect(lastBefore(meetings, day)).toBe(id))
})
