import type { RecordTable } from '../record-table.ts'
import { day, int, json, must, number, text, yes } from './columns.ts'

/** Who and where: regions, units, duties, posts and charges, accounts and their rights, settings, targets. */
export const PLACE_TABLES = {
  region: {
    table: 'region',
    stream: 'definition',
    fields: { code: must, name: must, shortName: must, kind: must, parent: text, sort: int, note: text },
  },
  unit: {
    table: 'unit',
    stream: 'definition',
    fields: { name: must, shortName: must, kind: must, region: text, sort: int, grade: text, note: text },
  },
  duty: {
    table: 'duty',
    stream: 'definition',
    fields: { duty: must, unit: must, grade: text, source: text },
    indexed: ['duty'],
  },
  post: {
    table: 'post',
    stream: 'user',
    fields: { title: must, holder: text, rank: int, unit: text, startsOn: day, endsOn: day, note: text },
    guarded: ['title', 'holder'],
  },
  charge: {
    table: 'charge',
    stream: 'user',
    fields: { post: must, subjectKind: must, subject: must, startsOn: day, endsOn: day },
    indexed: ['post'],
  },
  account: {
    table: 'account',
    stream: 'user',
    fields: { username: must, name: must, role: must, unit: text, region: text, disabled: yes },
    unique: ['username'],
    guarded: ['name'],
  },
  setting: { table: 'setting', stream: 'definition', fields: { value: text } },
  ledgerGrant: {
    table: 'ledger_grant',
    stream: 'definition',
    fields: { ledger: must, grantee: must, may: must },
    indexed: ['ledger'],
  },
  earlyReader: {
    table: 'early_reader',
    stream: 'release',
    fields: { indicator: must, account: must, reason: must, until: day },
    indexed: ['account'],
  },
  blockedName: {
    table: 'blocked_name',
    stream: 'blocked',
    fields: { name: must, kind: must, note: text, lifted: yes },
  },
  target: {
    table: 'target',
    stream: 'target',
    fields: {
      layer: text,
      owner: must,
      document: text,
      clause: text,
      indicator: must,
      concept: must,
      region: must,
      year: int,
      measure: must,
      operator: text,
      value: number,
      unit: must,
      printed: text,
      printedUnit: text,
      cite: json,
      grade: must,
    },
    indexed: ['year'],
  },
} as const satisfies Record<string, RecordTable>
