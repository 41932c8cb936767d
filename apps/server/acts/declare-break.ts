import { z } from '@hono/zod-openapi'
import { BREAK_KINDS, canonicalYtd } from '@yundiao/figures'
import { type Period, Problem, parsePeriod } from '@yundiao/kernel'
import { type Caller, mayDo, type Store } from '@yundiao/store'
import { indicatorOf } from '../views/indicator.ts'

export const breakAsked = z.strictObject({
  region: z.string().min(1).max(40),
  period: z.string().min(1).max(20),
  kind: z.enum(BREAK_KINDS),
  document: z.string().trim().min(2, '请写明依据的文件或公告').max(200),
  url: z
    .union([z.url({ protocol: /^https?$/, error: '网址应以 http:// 或 https:// 开头' }).max(500), z.literal('')])
    .nullish(),
  note: z.string().trim().max(300).nullish(),
})
export type BreakAsked = z.infer<typeof breakAsked>

export const withdrawalAsked = z.strictObject({
  version: z.number().int().positive(),
  reason: z.string().trim().min(2, '请写明撤回的事由').max(200),
})

const requireRight = (caller: Caller): void => {
  if (mayDo(caller)['break.declare'] !== true)
    throw new Problem('right.missing', '当前账号没有“登记口径、基数变动”的权限，请由统计账号办理', {
      what: '登记口径、基数变动',
    })
}

const requireRegion = (caller: Caller, region: string): void => {
  if (![...caller.regions, ...caller.references].includes(region))
    throw new Problem('region.unknown', `地区 ${region} 不在查看范围，请从页面上选取`, { field: 'region' })
}

const requirePeriod = (text: string, isCumulative: boolean, caller: Caller): Period => {
  const canonical = isCumulative ? canonicalYtd(text) : text
  const period = canonical === null ? null : parsePeriod(canonical)
  if (!period)
    throw new Problem('period.invalid', `期别 ${text} 写法不识别，应如 2022Q1、2022-03、2022`, { field: 'period' })
  if (period.starts > caller.today)
    throw new Problem('period.invalid', `期别 ${period.text} 还没有开始，请填已有公布数的期别`, { field: 'period' })
  return period
}

/**
 * Says that an indicator's numbers of a place are, from a period on, no longer to be set against those before, with the
 * document that says so. Throws Problems that name the field; `duplicate` where the same break already stands.
 */
export const declareBreak = async (
  store: Store,
  caller: Caller,
  { indicator, ...asked }: BreakAsked & { indicator: string },
): Promise<string> => {
  requireRight(caller)
  const { accumulation, name } = indicatorOf(indicator)
  requireRegion(caller, asked.region)
  const period = requirePeriod(asked.period, accumulation === 'ytd', caller).text
  const held = await store.records(caller, 'seriesBreak', { where: { indicator, region: asked.region, period } })
  if (held.some(({ withdrawn }) => withdrawn === null))
    throw new Problem('duplicate', `${name} ${period} 已登记过口径、基数变动，请先撤回原来的再登记`, {
      field: 'period',
    })
  const { region, kind, document, url, note } = asked
  const values = { indicator, region, period, kind, document, url: url || null, note: note || null }
  const [made] = await store.commit(caller, [
    { do: 'add', table: 'seriesBreak', rows: [{ values: { ...values, declaredBy: caller.name } }] },
  ])
  return made?.do === 'add' ? (made.ids[0] ?? '') : ''
}

/** Takes a break back with the reason; what was read on earlier days still shows it. */
export const withdrawBreak = async (
  store: Store,
  caller: Caller,
  { id, version, reason }: z.infer<typeof withdrawalAsked> & { id: string },
): Promise<void> => {
  requireRight(caller)
  const held = await store.record(caller, 'seriesBreak', id)
  if (held === null) throw new Problem('not-found', '没有这条口径、基数变动，请刷新后再试', { id })
  if (held.withdrawn !== null) throw new Problem('state.illegal', '这条口径、基数变动已经撤回，请刷新后再看', { id })
  await store.commit(caller, [{ do: 'change', table: 'seriesBreak', id, version, set: { withdrawn: reason } }])
}
