import { expect, test } from 'vitest'
import { ballotProblems } from './problems/ballots.ts'
import { commentProblems } from './problems/comments.ts'
import { communityProblems } from './problems/community.ts'
import { concernProblems } from './problems/concerns.ts'
import { instrumentProblems } from './problems/instruments.ts'
import { mailProblems } from './problems/mail.ts'
import { paperProblems } from './problems/paper.ts'
import { peopleProblems } from './problems/people.ts'
import { programmeProblems } from './problems/programmes.ts'
import { reportProblems } from './problems/reports.ts'
import { requestProblems } from './problems/requests.ts'
import { ruleProblems } from './problems/rules.ts'
import { signInProblems } from './problems/sign-in.ts'
import { problemCatalogue } from './problems.ts'

const areas = [
  requestProblems,
  signInProblems,
  peopleProblems,
  commentProblems,
  instrumentProblems,
  programmeProblems,
  reportProblems,
  ruleProblems,
  ballotProblems,
  mailProblems,
  paperProblems,
  concernProblems,
  communityProblems,
]

test('no code stands in two areas, where one of the two would be lost', () => {
  const codes = areas.flatMap((area) => Object.keys(area))
  expect([...codes].sort()).toEqual(Object.keys(problemCatalogue).sort())
})
