import { z } from '@hono/zod-openapi'
import { checkCode } from '@yundiao/briefings'
import { ROLES, type Role, SENSITIVITIES } from '@yundiao/kernel'
import { type Caller, mayDo } from '@yundiao/store'
import type { Services } from '../http/environment.ts'

export const roleSchema = z.enum(ROLES)

export const ROLE_LABELS: Record<Role, string> = {
  office: '经济运行办',
  supervision: '督查督办',
  department: '市级部门',
  county: '县市区',
  park: '园区',
  leader: '市领导',
  statistics: '统计',
  auditor: '审计',
  administrator: '管理员',
}

const place = z.object({ code: z.string(), name: z.string() })

const schema = z
  .object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    role: roleSchema,
    roleLabel: z.string(),
    unit: z.object({ id: z.string(), name: z.string() }).nullable(),
    region: place.nullable(),
    clearance: z.enum(SENSITIVITIES),
    city: place,
    businessDay: z.string(),
    pinned: z.boolean(),
    demo: z.boolean(),
    /** The 校验码 a printed page bears; null before the first checkpoint. */
    checkCode: z.string().nullable(),
    may: z.record(z.string(), z.boolean()),
  })
  .openapi('Me')

/** Who is signed in, and what the pages may offer; the store decides again at every door. */
const read = async ({ store, config }: Services, caller: Caller, pinned: boolean): Promise<z.infer<typeof schema>> => {
  const [city] = await store.records(caller, 'region', { where: { code: caller.city } })
  const region =
    caller.region === null ? null : (await store.records(caller, 'region', { where: { code: caller.region } }))[0]
  const unit = caller.unit === null ? null : await store.record(caller, 'unit', caller.unit)
  const checkpoint = await store.newestCheckpoint(caller)
  return {
    id: caller.id,
    name: caller.name,
    username: caller.username,
    role: caller.role as Role,
    roleLabel: ROLE_LABELS[caller.role as Role],
    unit: unit ? { id: unit.id, name: unit.shortName } : null,
    region: region ? { code: region.code, name: region.shortName } : null,
    clearance: caller.clearance,
    city: { code: caller.city, name: city?.name ?? caller.city },
    businessDay: caller.today,
    pinned,
    demo: config.demo,
    checkCode: checkpoint === null ? null : checkCode(checkpoint),
    may: mayDo(caller),
  }
}

export const meView = { schema, read }
