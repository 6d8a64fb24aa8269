import { ApiProblem } from '../../../lib/api/problem.ts'
import { FaultTable } from '../../../ui/fault-table.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'

/** A refusal, with every fault of the files that it is about. */
export function FileProblem({ error }: { error: Error | null }) {
  if (!error) return null
  const faults = error instanceof ApiProblem ? error.faults : []
  return (
    <>
      <ProblemNotice error={error} />
      {error instanceof ApiProblem && faults.length > 0 && (
        <FaultTable faults={faults} inAll={error.faultsInAll} />
      )}
    </>
  )
}
