import { z } from 'zod'
import { ballotProblems } from './problems/ballots.ts'
import { commentProblems } from './problems/comments.ts'
import { communityProblems } from './problems/community.ts'
import { concernProblems } from './problems/concerns.ts'
import { experimentProblems } from './problems/experiment.ts'
import { instrumentProblems } from './problems/instruments.ts'
import { mailProblems } from './problems/mail.ts'
import { paperProblems } from './problems/paper.ts'
import { peopleProblems } from './problems/people.ts'
import { programmeProblems } from './problems/programmes.ts'
import { recognitionProblems } from './problems/recognition.ts'
import { reflectionProblems } from './problems/reflection.ts'
import { reportProblems } from './problems/reports.ts'
import { requestProblems } from './problems/requests.ts'
import { reviewProblems } from './problems/review.ts'
import { ruleProblems } from './problems/rules.ts'
import { signInProblems } from './problems/sign-in.ts'

/** One fault in a file that somebody handed in: what is wrong, where, and how to mend it. Lines and columns count from 1. */
export const fault = z.object({
  file: z.string(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  code: z.string(),
  /** English, for programs and the command line; pages say it by the code and these values, in the reader's language. */
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Fault = z.infer<typeof fault>

/**
 * Every refusal of the API, with its status and a sentence. The code is stable: programs switch on it.
 * A sentence never repeats an answer, a name or a count below the threshold.
 * The codes of one area stand together in `problems/`.
 */
export const problemCatalogue = {
  ...requestProblems,
  ...signInProblems,
  ...peopleProblems,
  ...commentProblems,
  ...instrumentProblems,
  ...programmeProblems,
  ...reportProblems,
  ...ruleProblems,
  ...ballotProblems,
  ...mailProblems,
  ...paperProblems,
  ...concernProblems,
  ...communityProblems,
  ...recognitionProblems,
  ...reflectionProblems,
  ...experimentProblems,
  ...reviewProblems,
}

export type ProblemCode = keyof typeof problemCatalogue
export const problemCode = z.enum(Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]])

/** A problem document (RFC 9457), `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.string().optional(),
  /** Seconds after which it may be tried again, as in the header. */
  retryAfter: z.int().optional(),
  faults: z.array(fault).optional(),
  faultsInAll: z.int().optional(),
})
export type Problem = z.infer<typeof problem>
