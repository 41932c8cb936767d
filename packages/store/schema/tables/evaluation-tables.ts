import type { RecordTable } from '../record-table.ts'
import { day, int, json, must, text, yes } from './columns.ts'

/** The migration that brings evaluations. */
const EVALUATION = '0004-evaluation'

/**
 * Runs of an evaluation scheme and appeals against them. Values of single firms stand in files, of which a row holds the
 * hash: a row is read by more people than its values are, and its event covers both.
 */
export const EVALUATION_TABLES = {
  evaluation: {
    table: 'evaluation',
    since: EVALUATION,
    stream: 'evaluation',
    fields: {
      /** The definition and its version in force; `changed` where a person altered it for this run. */
      scheme: must,
      schemeVersion: must,
      changed: yes,
      title: must,
      subject: text,
      period: must,
      // 草稿, 试算, 公示, 已撤回 (公示 withdrawn), 定稿; 已删除 (a 试算 taken away) is shown on past days alone.
      state: must,
      unit: text,
      basedOn: text,
      replacedBy: text,
      appeal: text,
      asKnownOn: day,
      // A group judged apart (租赁); how many took part, have a grade, stand near a border; whether rows were demonstration.
      track: text,
      unitCount: int,
      graded: int,
      nearBorder: int,
      onDemonstration: yes,
      seed: int,
      // Hashes of scheme, inputs, result, robustness, difference and of each 公示 withdrawn.
      files: json,
      refusal: text,
      madeBy: text,
      madeOn: day,
      publishedBy: text,
      publishedOn: day,
      publicityDays: int,
      publicUntil: day,
      settledBy: text,
      settledOn: day,
      note: text,
    },
    guarded: ['title', 'note'],
    indexed: ['scheme', 'state'],
  },
  appeal: {
    table: 'appeal',
    since: EVALUATION,
    stream: 'evaluation',
    fields: {
      evaluation: must,
      /** Whom it is about, by key and name, and where that one lies. */
      subject: must,
      name: must,
      region: text,
      indicator: must,
      // Who files it, and the unit that decides.
      unit: text,
      leadUnit: text,
      filedBy: must,
      filedOn: day,
      // 待处理, 采纳, 不采纳, 撤回.
      state: must,
      decidedBy: text,
      decidedOn: day,
      correction: text,
      // Hashes of what is asked (value, reason, evidence) and of the decision's words.
      files: json,
    },
    guarded: ['name'],
    indexed: ['evaluation', 'state'],
  },
} as const satisfies Record<string, RecordTable>
