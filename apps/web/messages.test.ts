import { describe, expect, it } from 'vitest'
import { en, zh } from './messages.ts'

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('messages', () => {
  it.each(Object.keys(zh) as (keyof typeof zh)[])('%s has the same places in both languages', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(zh[key]))
  })

  it('has each word in one file only: the later one would silently take its place', () => {
    const files = import.meta.glob<{ zh: object }>('./messages/*.ts', { eager: true })
    const keys = Object.values(files).flatMap((file) => Object.keys(file.zh))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(keys.sort()).toEqual(Object.keys(zh).sort())
  })

  it('has no word the office avoids', () => {
    const avoided = /维度|快照|审计日志|哈希|工单|派发|截止日期|名次|驳回|驾驶舱|大脑|赋能|闭环|用户成员|KPI|N\/A/
    expect(Object.values(zh).filter((text) => avoided.test(text))).toEqual([])
  })
})
