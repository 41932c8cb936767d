import { useQuery } from '@tanstack/react-query'
import { Button, ProblemNote, Sheet } from '@yundiao/ui'
import { replayQuery } from '../../api/evaluation.ts'
import { problemOf } from '../../api/request.ts'
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
  })[what] ?? what

/** 复核重算: the kept method and inputs computed again, and whether that is the kept result. */
export const ReplaySheet = ({ run }: { run: string }) => {
  const words = useWords()
  const query = useQuery({ ...replayQuery(run), enabled: false, retry: false })
  const { data, error } = query
  return (
    <Sheet title={words.evReplay}>
      <p className="note">{words.evReplayLead}</p>
      <p className="assess-bar">
        <Button disabled={query.isFetching} onClick={() => void query.refetch()}>
          {words.evReplay}
        </Button>
        {data ? <b role="status">{data.reproduced ? words.evReplaySame : words.evReplayDiffers}</b> : null}
      </p>
      {error ? <ProblemNote problem={problemOf(error)} /> : null}
      {data ? (
        <p className="note">
          {data.files
            .map(({ what, sha256 }) => `${nameOf(what, words)} ${words.checkCode} ${sha256.slice(0, CODE_LENGTH)}`)
            .join('，')}
        </p>
      ) : null}
    </Sheet>
  )
}
