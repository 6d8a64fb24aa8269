import type { BallotAnswer } from '@chorus/contracts/collect'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiProblem, type ApiProblemCode } from '../../lib/api/problem.ts'
import { receiptsIn } from '../../lib/device/receipts.ts'
import type { BlindedElements } from './api/ballot.ts'
import type { SentBallot } from './api/send.ts'
import { type Kept, keptIn } from './kept.ts'
import type { BallotCode } from './send-fault.ts'
import { createSender, type SendState } from './sending.ts'

const answers = { 'safety-1': 6, 'safety-2': null }
const dimensions = ['unit', 'tenure'] as const
const finished: Kept = {
  id: 'k1',
  wave: 'w1',
  label: 'Spring',
  closes: '2026-01-31T18:00:00Z',
  fingerprint: 'f',
  pkB: 'B',
  pkR: 'R',
  seed: 'seed-of-k1',
  owner: 'mark',
  answers,
  ballots: dimensions.map((dimension) => ({
    dimension,
    cohort: `cohort-${dimension}`,
    group: dimension,
    size: 9,
    right: null,
  })),
}

test('each ballot goes on its own after its pause; then only receipts are left on the device', async () => {
  const place = world()
  await place.open().send('k1')
  expect(place.urn.size).toBe(0)
  expect(place.keptSeed()).toBe('')
  place.passTime()
  await settled()
  expect([...place.urn.values()]).toEqual([JSON.stringify(answers), JSON.stringify(answers)])
  expect(place.kept().all()).toEqual([])
  expect(place.receipts().map(({ sig }) => sig)).toEqual(['signed', 'signed'])
  expect(JSON.stringify([...place.storage.values()])).not.toMatch(/safety|token|"answers|"seed/)
  expect(place.told.at(-1)).toEqual({ is: 'counted' })
})

test('the request that names the person holds no answer, no seed and no token', async () => {
  const place = world()
  await place.open().send('k1')
  expect(place.named).toEqual([
    { blinded: 'blinded seed-of-k1 unit', cuts: { tenure: 'blinded seed-of-k1 tenure' } },
  ])
})

test('leaving the page sends at once what waits', async () => {
  const place = world()
  const sender = place.open()
  await sender.send('k1')
  sender.flush()
  await settled()
  expect(place.urn.size).toBe(2)
})

test('offline at Send: the answers are kept, and the reader is told', async () => {
  const place = world()
  place.faults.push('lost-request')
  await place.open().send('k1')
  expect(place.told.at(-1)).toEqual({ is: 'kept', fault: 'offline' })
  expect(place.kept().find('k1')?.answers).toEqual(answers)
})

test('a manifest that changed since the page opened: nothing is asked for and nothing is sent', async () => {
  const place = world()
  place.manifest = 'another'
  await place.open().send('k1')
  expect(place.named).toEqual([])
  expect(place.told.at(-1)).toEqual({ is: 'kept', fault: 'manifest-differs' })
})

test('a ballot for another group than the one that was shown is not used', async () => {
  const place = world()
  place.cohortOf = () => 'another'
  const sender = place.open()
  await sender.send('k1')
  sender.flush()
  await settled()
  expect(place.urn.size).toBe(0)
  expect(place.told.at(-1)).toEqual({ is: 'kept', fault: 'manifest-differs' })
})

test('a receipt that the wave did not sign is none: the answers stay and go again', async () => {
  const place = world()
  place.sig = 'forged'
  const sender = place.open()
  await sender.send('k1')
  sender.flush()
  await settled()
  expect(place.told.at(-1)).toEqual({ is: 'waiting', fault: 'receipt-not-valid' })
  place.sig = 'signed'
  sender.flush()
  await settled()
  expect(place.told.at(-1)).toEqual({ is: 'counted' })
  expect(place.urn.size).toBe(2)
})

test('a wave that closed meanwhile: the answers are wiped, and the device says that they were not counted', async () => {
  for (const moment of ['before the ballot', 'after it']) {
    const place = world()
    const sender = place.open()
    if (moment === 'after it') await sender.send('k1')
    place.refusal = 'wave-not-open'
    if (moment === 'before the ballot') await sender.send('k1')
    sender.flush()
    await settled()
    expect(place.kept().all()).toEqual([])
    expect(place.told.at(-1)).toEqual({ is: 'refused', code: 'wave-not-open' })
    expect(place.receipts().map(({ refused }) => refused)).toEqual(['wave-not-open', 'wave-not-open'])
  }
})

const happenings = fc.constantFrom('lost-request', 'lost-reply', 'fine', 'reopen', 'flush', 'time', 'send')

test('whatever is lost, in whatever order, and however often the page is closed: one stored answer for each ballot in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings, { maxLength: 30 }), async (happened) => {
      const place = world()
      let sender = place.open()
      for (const one of happened) {
        if (one === 'reopen') sender = place.open()
        else if (one === 'flush') sender.flush()
        else if (one === 'time') place.passTime()
        else if (one === 'send') void sender.send('k1')
        else place.faults.push(one)
        if (one === 'time' || one === 'flush') await settled()
        expect(place.isSafe(), 'stored, or still on the device').toBe(true)
      }
      place.faults.length = 0
      await settled()
      sender = place.open()
      await sender.send('k1')
      place.passTime()
      await settled()
      expect([...place.urn.keys()].sort()).toEqual(
        dimensions.map((name) => `input seed-of-k1 ${name}`).sort(),
      )
      for (const stored of place.urn.values()) expect(stored).toBe(JSON.stringify(answers))
      expect(place.kept().all()).toEqual([])
      expect(place.receipts()).toHaveLength(2)
    }),
    { numRuns: 300 },
  )
})

/** A device, a server and a network between them that loses what `faults` says, first come first lost. */
function world() {
  const storage = new Map<string, string>()
  const device = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => void storage.set(key, value),
    removeItem: (key: string) => void storage.delete(key),
  }
  const timers = new Set<() => void>()
  const state = {
    storage,
    faults: [] as string[],
    told: [] as SendState[],
    named: [] as BlindedElements[],
    urn: new Map<string, string>(),
    manifest: 'f',
    sig: 'signed',
    refusal: undefined as ApiProblemCode | undefined,
    cohortOf: (dimension: string) => `cohort-${dimension}`,
    kept: () => keptIn(device),
    keptSeed: () => keptIn(device).find('k1')?.seed,
    receipts: () => receiptsIn(device).all(),
    /** An answer is stored, or everything needed to store it is on the device. */
    isSafe: () => {
      const left = keptIn(device).find('k1')
      return dimensions.every(
        (dimension) =>
          state.urn.has(`input seed-of-k1 ${dimension}`) ||
          left?.ballots.some((ballot) => ballot.dimension === dimension),
      )
    },
    passTime: () => {
      for (const act of [...timers]) {
        timers.delete(act)
        act()
      }
    },
    open: () => {
      timers.clear()
      return createSender({
        kept: keptIn(device),
        receipts: receiptsIn(device),
        post: {
          getManifest: async () => ({ canonical: state.manifest }),
          fingerprintOf: async (canonical) => canonical,
          collectBallots: (_wave, elements) => overNetwork(() => issue(elements)),
          sendBallot: (_wave, ballot) => overNetwork(() => store(ballot)),
        },
        loadCode: async () => code,
        pause: () => 0,
        after: (_milliseconds, act) => {
          timers.add(act)
          return () => void timers.delete(act)
        },
        told: (_id, sending) => state.told.push(sending),
      })
    },
  }

  let issued: string | undefined
  function issue(elements: BlindedElements): BallotAnswer {
    state.named.push(elements)
    if (state.refusal) throw new ApiProblem(state.refusal)
    const asked = JSON.stringify(elements)
    issued ??= asked
    if (issued !== asked) throw new ApiProblem('ballot-already-collected')
    const one = (dimension: string) => ({ cohort: state.cohortOf(dimension), evaluated: '', proof: '' })
    return { ...one('unit'), cuts: { tenure: one('tenure') } } as unknown as BallotAnswer
  }

  function store({ input, ...content }: SentBallot) {
    const sent = 'answers' in content ? content.answers : content.comment
    if (state.refusal) throw new ApiProblem(state.refusal)
    const before = state.urn.get(input)
    if (before !== undefined && before !== JSON.stringify(sent)) throw new ApiProblem('ballot-spent')
    state.urn.set(input, JSON.stringify(sent))
    return { leaf: `leaf of ${input}`, sig: state.sig }
  }

  async function overNetwork<T>(act: () => T): Promise<T> {
    const fault = state.faults.shift()
    if (fault === 'lost-request') throw new ApiProblem('offline')
    const answer = act()
    if (fault === 'lost-reply') throw new ApiProblem('offline')
    return answer
  }

  keptIn(device).put(finished)
  return state
}

/** The cryptography without the cryptography: everything follows from the seed, as in the real one. */
const code: BallotCode = {
  blindedBy: async ({ seed, ballots }) => ({
    elements: { blinded: `blinded ${seed} unit`, cuts: { tenure: `blinded ${seed} tenure` } },
    finish: () =>
      new Map(
        ballots.map(({ dimension }) => [dimension, { input: `input ${seed} ${dimension}`, token: 'token' }]),
      ),
  }),
  leafWhenSigned: async (_kept, _ballot, { leaf, sig }) => (sig === 'signed' ? leaf : undefined),
  replyKeysOf: async () => ({}),
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve()
}
