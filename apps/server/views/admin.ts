import { z } from '@hono/zod-openapi'
import { type Region, ROLES, type Role, regionTree } from '@yundiao/kernel'
import { mianyang } from '@yundiao/mianyang'
import type { RecordOf } from '@yundiao/store'
import { ROLE_LABELS } from './me.ts'
import type { Names } from './names.ts'

const place = z.object({ code: z.string(), name: z.string() })
const named = z.object({ id: z.string(), name: z.string() })

export const regionSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.string(),
    parent: z.string().nullable(),
    order: z.number(),
    note: z.string().nullable(),
  })
  .openapi('Region')

export const unitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.string(),
    region: place.nullable(),
    duties: z.array(z.string()),
  })
  .openapi('Unit')

export const dutySchema = z
  .object({
    duty: z.string(),
    title: z.string(),
    unit: named.nullable(),
    grade: z.string().nullable(),
    source: z.string().nullable(),
  })
  .openapi('Duty')

export const userSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: z.enum(ROLES),
    roleLabel: z.string(),
    unit: named.nullable(),
    region: place.nullable(),
    disabled: z.boolean(),
    demo: z.boolean(),
    version: z.number(),
  })
  .openapi('User')

/** Regions in the city's own order: counties, then zones, then towns; with what a person should confirm. */
export const regionViews = (rows: readonly RecordOf<'region'>[]): z.infer<typeof regionSchema>[] => {
  const notes = new Map(rows.map((row) => [row.code, row.note]))
  const regions = rows.map(({ code, name, shortName, kind, parent, sort }) => ({
    code,
    name,
    shortName,
    kind: kind as Region['kind'],
    parent,
    order: sort ?? 0,
  }))
  return regionTree(regions).all.map((region) => ({ ...region, note: notes.get(region.code) ?? null }))
}

const dutyTitle = (duty: string): string => mianyang.duties.find((one) => one.duty === duty)?.title ?? duty

const bySort = (a: { sort: number | null; id: string }, b: { sort: number | null; id: string }): number =>
  (a.sort ?? 0) - (b.sort ?? 0) || (a.id < b.id ? -1 : 1)

export const unitViews = (
  units: readonly RecordOf<'unit'>[],
  duties: readonly RecordOf<'duty'>[],
  names: Names,
): z.infer<typeof unitSchema>[] =>
  [...units].sort(bySort).map(({ id, name, shortName, kind, region }) => ({
    id,
    name,
    shortName,
    kind,
    region: region === null ? null : names.place(region),
    duties: duties.filter((one) => one.unit === id).map((one) => dutyTitle(one.duty)),
  }))

/** Every duty of the pack, those nobody is known to carry (待明确) as well. */
export const dutyViews = (duties: readonly RecordOf<'duty'>[], names: Names): z.infer<typeof dutySchema>[] => {
  const held = new Map(duties.map((one) => [one.duty, one]))
  const all = [...new Set([...mianyang.duties.map((one) => one.duty), ...held.keys()])]
  return all.map((duty) => {
    const one = held.get(duty)
    return {
      duty,
      title: dutyTitle(duty),
      unit: one ? { id: one.unit, name: names.unit(one.unit) ?? one.unit } : null,
      grade: one?.grade ?? null,
      source: one?.source ?? null,
    }
  })
}

export const userView = (account: RecordOf<'account'>, names: Names): z.infer<typeof userSchema> => ({
  id: account.id,
  name: account.name,
  username: account.username,
  role: account.role as Role,
  roleLabel: ROLE_LABELS[account.role as Role],
  unit: account.unit === null ? null : { id: account.unit, name: names.unit(account.unit) ?? account.unit },
  region: account.region === null ? null : names.place(account.region),
  disabled: account.disabled === true,
  demo: account.demo,
  version: account.version,
})
