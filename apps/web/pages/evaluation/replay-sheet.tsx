import { useQuery } from '@tanstack/react-query'
import { Button, ProblemNote, Sheet } from '@yundiao/ui'
import { keptFileHref, replayQuery } from '../../api/evaluation.ts'
import { problemOf } from '../../api/request.ts'
import type { EvaluationView, Replay } from '../../api/types.ts'
import type { Words } from '../../messages.ts'
import { useWords } from '../../shell/words.ts'

const CODE_LENGTH = 8

const nameOf = (what: string, words: Words): string =>
  ({
    scheme: words.evKept_scheme,
    inputs: words.evKept_inputs,
    result: words.evKept_result,
    assurance: words.evKept_assurance,
    correction: words.evKept_correction,
    withdrawn: words.evKept_withdrawn,
  })[what] ?? what

const Files = ({ run, files, open }: { run: string; files: Replay['files']; open: boolean }) => {
  const words = useWords()
  return (
    <p className="note">
      {files.map(({ what, sha256 }, i) => (
        <span key={what}>
          {i === 0 ? '' : '，'}
          {open ? (
            <a href={keptFileHref(run, what)} download title={sha256}>
              {nameOf(what, words)}
            </a>
          ) : (
            nameOf(what, words)
          )}{' '}
          {words.checkCode} {sha256.slice(0, CODE_LENGTH)}
        </span>
      ))}
      。{words.evKeptSigned}
    </p>
  )
}

/** 复核重算: the kept method and inputs computed again, and whether that is the kept result, and its difference. */
export const ReplaySheet = ({ view }: { view: EvaluationView }) => {
  const words = useWords()
  const run = view.run.id
  const query = useQuery({ ...replayQuery(run), enabled: false, retry: false })
  const { data, error } = query
  return (
    <Sheet title={words.evReplay}>
      <p className="note">{words.evReplayLead}</p>
      <p className="assess-bar">
        <Button disabled={query.isFetching} onClick={() => void query.refetch()}>
          {words.evReplay}
        </Button>
        {data ? (
          <b role="status">
            {data.reproduced ? words.evReplaySame : words.evReplayDiffers}
            {data.correction === null ? '' : data.correction ? words.evCorrectionSame : words.evCorrectionDiffers}
          </b>
        ) : null}
      </p>
      {error ? <ProblemNote problem={problemOf(error)} /> : null}
      {data ? <Files run={run} files={data.files} open={view.may.change.can} /> : null}
    </Sheet>
  )
}
