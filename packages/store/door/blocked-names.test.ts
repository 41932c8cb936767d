import { isProblem } from '@yundiao/kernel'
import { expect, it } from 'vitest'
import { blockedNames, refuseBlocked } from './blocked-names.ts'

const list = blockedNames(['某研究所', 'ABC-1', '甲', '发动机厂'])

it.each([
  ['某研究所二期', '某研究所'],
  ['某 研 究 所', '某研究所'],
  ['ａｂｃ－１项目', 'ABC-1'],
  ['某研究所', '某研究所'],
  ['某研究所與某廠', '某研究所'],
  ['某發動機廠', '发动机厂'],
  ['研究所', null],
  ['甲公司', null],
])('%s → %s', (text, found) => expect(list.find(text)).toBe(found))

it('names the place and never the name', () => {
  try {
    refuseBlocked(list, '项目名称', '某研究所')
    expect.unreachable()
  } catch (error) {
    expect(isProblem(error) && error.code).toBe('name.blocked')
    expect(String(error)).toContain('项目名称')
    expect(String(error)).not.toContain('某研究所')
  }
})
