import { type JobsAnswer, jobsAnswer } from '@chorus/contracts/jobs'
import { ruleChanges } from '@chorus/contracts/rights'
import { setUpAnswer } from '@chorus/contracts/set-up'
import { expect, test } from 'vitest'
import { whatNeedsAttention } from './what-needs-attention.ts'

const programme = { id: '018f0000-0000-7000-8000-000000000001', name: 'Team pulse', zone: null }
const someWave = '018f0000-0000-7000-8000-000000000002'
const closesAt = '2026-03-01T12:00:00Z'
const next = [{ programme, occurrence: '2026-04-01', label: 'April', opensAt: closesAt, closesAt }]

function jobs(change: { [name in keyof JobsAnswer]?: object[] }): JobsAnswer {
  return jobsAnswer.parse({ next: [], underWay: [], troubles: [], account: [], ...change })
}

function underWay(stage: 'open' | 'sealed', publishesItself: boolean) {
  return jobs({
    next,
    underWay: [{ programme, wave: someWave, label: 'Spring', stage, closesAt, publishesItself }],
  })
}

const setUp = (people: number, begun: boolean) =>
  setUpAnswer.parse({
    version: 0,
    draft: begun
      ? { step: 'people', name: 'x', instrument: null, rhythm: null, rotation: null, policy: null }
      : null,
    organisation: { name: 'Test', people, units: 0, cuts: [] },
  })

const proposed = (...decides: boolean[]) =>
  ruleChanges.parse({
    secondPerson: true,
    changes: decides.map((mayDecide) => ({
      id: someWave,
      change: { kind: 'second-person', on: false },
      state: 'proposed',
      proposedBy: 'Ada',
      proposedOn: '2026-03-01',
      decidedBy: null,
      decidedOn: null,
      reason: '',
      since: null,
      mayDecide,
      mayWithdraw: false,
    })),
  })

const nothing = { jobs: undefined, rules: undefined, setUp: undefined, reported: undefined }

test('nothing known and nothing to do give an empty list', () => {
  expect(whatNeedsAttention(nothing)).toEqual([])
  expect(
    whatNeedsAttention({
      jobs: jobs({}),
      rules: ruleChanges.parse({ secondPerson: true, changes: [] }),
      setUp: setUp(3, false),
      reported: { waiting: 0 },
    }),
  ).toEqual([])
})

test('what somebody has to do stands before what goes on by itself', () => {
  const trouble = {
    kind: 'open',
    subject: someWave,
    programme,
    label: null,
    code: 'not-allowed',
    since: closesAt,
    tries: 3,
  }
  const known = {
    jobs: jobs({ underWay: underWay('open', true).underWay, troubles: [trouble, trouble] }),
    rules: proposed(true, false, true),
    setUp: setUp(0, true),
    reported: { waiting: 4 },
  }
  expect(whatNeedsAttention(known)).toEqual([
    { what: 'trouble', count: 2 },
    { what: 'decide', count: 2 },
    { what: 'reported', count: 4 },
    { what: 'waits', count: 1 },
    { what: 'nobody' },
    { what: 'draft' },
    { what: 'open', wave: 'Spring', id: someWave, moment: closesAt },
  ])
})

test('a closed wave is a matter only where a person publishes it', () => {
  expect(whatNeedsAttention({ ...nothing, jobs: underWay('sealed', true) })).toEqual([])
  expect(whatNeedsAttention({ ...nothing, jobs: underWay('sealed', false) })).toEqual([
    { what: 'sealed', wave: 'Spring', id: someWave },
  ])
})

test('the next wave is told while none is under way', () => {
  expect(whatNeedsAttention({ ...nothing, jobs: jobs({ next }) })).toEqual([
    { what: 'next', wave: 'April', id: '2026-04-01', moment: closesAt },
  ])
  expect(whatNeedsAttention({ ...nothing, jobs: underWay('open', true) }).map(({ what }) => what)).toEqual([
    'open',
  ])
})
