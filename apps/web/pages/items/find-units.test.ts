import { expect, it } from 'vitest'
import { findUnits } from './find-units.ts'
import { initialsOf } from './pinyin.ts'

const unit = (id: string, shortName: string, name = shortName) => ({ id, shortName, name, region: null })
const UNITS = [
  unit('jxj', '市经信局', '绵阳市经济和信息化局'),
  unit('jhj', '市经合局', '绵阳市经合局'),
  unit('u-510781', '江油市', '江油市人民政府'),
  unit('u-510703', '涪城区', '涪城区人民政府'),
]

it.each([
  ['市经信局', 'sjxj'],
  ['江油市', 'jys'],
  ['涪城区', 'fcq'],
  ['安州区', 'azq'],
  ['梓潼县', 'ztx'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

it.each([
  ['sjxj', ['jxj']],
  ['jx', ['jxj']],
  ['经合', ['jhj']],
  ['jys', ['u-510781']],
  ['信息化', ['jxj']],
  ['市经', ['jxj', 'jhj']],
  ['xyz', []],
])('%s finds %s', (typed, ids) => {
  expect(findUnits(UNITS, typed).map((one) => one.id)).toEqual(ids)
})
