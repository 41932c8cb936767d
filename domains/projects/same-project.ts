import * as z from 'zod'
import { defineView } from '../define.ts'
import { projects } from './ledger.ts'
import { suspectedPairs } from './suspected.ts'

/** 疑似重复: entries of the caller's sight whose names may be one project's, most alike first. */
export const sameProject = defineView({
  id: 'projects.same-project',
  reads: { projects },
  params: z.strictObject({ cityName: z.string().default('') }),
  run: (data, params) => {
    const rows = data.projects
    return suspectedPairs(
      rows.map((row) => row.values.name),
      params.cityName,
    )
      .map(({ a, b, ...pair }) => ({
        ...pair,
        entries: [rows[a], rows[b]].map((row) => ({ id: row?.id, name: row?.values.name })),
      }))
      .sort((one, other) => other.likeness - one.likeness)
  },
})
