import type { BallotAnswer } from '@chorus/contracts/collect'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../lib/api/problem.ts'
import type { SentBallot } from './api/send.ts'
import { draftsOf } from './draft.ts'
import { sendAnswers, sendLeftBehind } from './send-answers.ts'

const ballot = { cohort: 'c1' } as BallotAnswer
const answers = { 'safety-1': 6, 'safety-2': null }

function storage() {
  const map = new Map<string, string>()
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

function world(failures: { collect?: ApiProblem; send?: ApiProblem } = {}) {
  const seen: unknown[] = []
  const drafts = draftsOf('w1', storage(), storage())
  drafts.draft.keep({ answers, at: 2 })
  let tokens = 0
  const post = {
    makeToken: async () => {
      tokens += 1
      return { token: `token-${tokens}`, commitment: `hash-${tokens}` }
    },
    collectBallot: async (_wave: string, commitment: string) => {
      seen.push(commitment)
      if (failures.collect) throw failures.collect
      return ballot
    },
    sendBallot: async (_wave: string, sent: SentBallot) => {
      seen.push(sent)
      if (failures.send) throw failures.send
    },
  }
  return {
    seen,
    drafts,
    failures,
    post,
    send: (given = answers) => sendAnswers('w1', 'c1', given, drafts, post),
  }
}

test('a counted answer leaves nothing behind', async () => {
  const { send, drafts } = world()
  expect(await send()).toEqual({ outcome: 'counted' })
  expect([drafts.draft.read(), drafts.unsent.read()]).toEqual([undefined, undefined])
})

test('the request that names the person holds no answer and no token', async () => {
  const { send, seen } = world()
  await send()
  expect(seen[0]).toBe('hash-1')
})

test('a lost reply costs nothing: the same commitment is handed in again', async () => {
  const { send, failures, seen } = world({ collect: new ApiProblem('offline') })
  expect(await send()).toEqual({ outcome: 'refused', code: 'offline', final: false })
  delete failures.collect
  expect(await send()).toEqual({ outcome: 'counted' })
  expect(seen).toEqual(['hash-1', 'hash-1', { cohort: 'c1', token: 'token-1', answers }])
})

test('after the first try the answers are frozen: trying again sends the same with the same token', async () => {
  const { send, failures, seen } = world({ send: new ApiProblem('offline') })
  await send()
  delete failures.send
  expect(await send({ 'safety-1': 1, 'safety-2': null })).toEqual({ outcome: 'counted' })
  expect(seen.at(-1)).toEqual({ cohort: 'c1', token: 'token-1', answers })
})

test('a wave that closed meanwhile is told once, and the answers are wiped', async () => {
  const { send, drafts } = world({ collect: new ApiProblem('wave-not-open') })
  expect(await send()).toEqual({ outcome: 'refused', code: 'wave-not-open', final: true })
  expect([drafts.draft.read(), drafts.unsent.read()]).toEqual([undefined, undefined])
})

test('answers are not sent under another group than the one that was shown', async () => {
  const { drafts, seen, post } = world()
  const outcome = await sendAnswers('w1', 'another', answers, drafts, post)
  expect(outcome).toMatchObject({ code: 'other-group' })
  expect(seen).toEqual(['hash-1'])
})

test('answers that somebody else left on the device go first, under their own ballot, and only once', async () => {
  const { drafts, post, seen } = world()
  const theirs = { token: 'theirs', commitment: 'h', answers: { 'safety-1': 2 }, cohort: 'c2' }
  drafts.unsent.keep(theirs)
  expect(await sendLeftBehind('w1', drafts, post.sendBallot)).toEqual({ outcome: 'counted' })
  expect(await sendLeftBehind('w1', drafts, post.sendBallot)).toEqual({ outcome: 'counted' })
  expect(seen).toEqual([{ cohort: 'c2', token: 'theirs', answers: theirs.answers }])
  expect(drafts.draft.read()?.answers).toEqual(answers)
})
