/** Where the chain first fails. A checkpoint that fails is told as stream `checkpoint`. */
export type BadEvent = { stream: string; seq: number; why: string }

/** A row that the tables hold otherwise than the events say. */
export type Mismatch = { table: string; id: string; why: string }

/** Beyond so many, one more name helps nobody; the verification still fails. */
const MOST_MISMATCHES = 200

/** What a verification gathers as it goes along. */
export type Findings = {
  events: number
  checked: number
  firstBad: BadEvent | null
  mismatches: Mismatch[]
  bad: (stream: string, seq: number, why: string) => void
  differs: (table: string, id: string, why: string) => void
}

export const newFindings = (): Findings => {
  const findings: Findings = {
    events: 0,
    checked: 0,
    firstBad: null,
    mismatches: [],
    bad: (stream, seq, why) => {
      findings.firstBad ??= { stream, seq, why }
    },
    differs: (table, id, why) => {
      if (findings.mismatches.length < MOST_MISMATCHES) findings.mismatches.push({ table, id, why })
    },
  }
  return findings
}
