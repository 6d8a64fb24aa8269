import { ballotInfo } from '@chorus/ballot/ballot-info'
import { evaluateBlinded, makeBallotKeys, verifyBallot } from '@chorus/ballot/ballot-server'
import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { makeReceiptKeys, signReceipt } from '@chorus/ballot/receipt'
import type { BallotAnswer } from '@chorus/contracts/collect'
import { expect, test } from 'vitest'
import { blindedBy, leafWhenSigned } from './ballot-code.ts'
import type { Kept } from './kept.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const cohorts = {
  unit: '018f3f5e-0000-4000-8000-00000000000a',
  tenure: '018f3f5e-0000-4000-8000-00000000000b',
}
const { skB, pkB } = makeBallotKeys()
const { skR, pkR } = makeReceiptKeys()
const kept: Kept = {
  id: 'k1',
  wave,
  label: 'Spring',
  closes: '2026-01-31T18:00:00Z',
  fingerprint: 'ab'.repeat(32),
  pkB: toBase64url(pkB),
  pkR: toBase64url(pkR),
  seed: toBase64url(new Uint8Array(32).fill(5)),
  owner: '',
  answers: {},
  ballots: Object.entries(cohorts).map(([dimension, cohort]) => ({
    dimension,
    cohort,
    group: dimension,
    size: 9,
    right: null,
  })),
}

test('what the server issues becomes one ballot for each dimension, good for that one only', async () => {
  const { elements, finish } = await blindedBy(kept)
  const rights = finish(issue(elements, skB))
  for (const dimension of ['unit', 'tenure'] as const) {
    const right = rights?.get(dimension)
    const [input, token] = [fromBase64url(right?.input ?? ''), fromBase64url(right?.token ?? '')]
    expect(verifyBallot(skB, infoOf(dimension), input, token)).toBe(true)
    expect(verifyBallot(skB, infoOf(dimension === 'unit' ? 'tenure' : 'unit'), input, token)).toBe(false)
  }
})

test('a server that issues with another key than the manifest’s, or leaves out a cut, gives no ballot', async () => {
  const { elements, finish } = await blindedBy(kept)
  expect(finish(issue(elements, makeBallotKeys().skB))).toBeUndefined()
  expect(finish({ ...issue(elements, skB), cuts: {} })).toBeUndefined()
})

test('a receipt counts when the wave signed it for this very ballot', async () => {
  const input = new Uint8Array(32).fill(3)
  const ballot = {
    dimension: 'unit',
    cohort: cohorts.unit,
    group: 'Research',
    size: 9,
    right: { input: toBase64url(input), token: '' },
  }
  const leaf = leafOf(nullifierOf(cohorts.unit, input))
  const signed = (key: Uint8Array, of = leaf) => ({
    leaf: toBase64url(of),
    sig: toBase64url(signReceipt({ wave, cohort: cohorts.unit, leaf: of }, key)),
  })
  expect(await leafWhenSigned(kept, ballot, signed(skR))).toBe(toBase64url(leaf))
  expect(await leafWhenSigned(kept, ballot, signed(makeReceiptKeys().skR))).toBeUndefined()
  expect(await leafWhenSigned(kept, ballot, signed(skR, leafOf(leaf)))).toBeUndefined()
})

function infoOf(dimension: 'unit' | 'tenure'): Uint8Array {
  return ballotInfo({ wave, dimension, cohort: cohorts[dimension], fingerprint: kept.fingerprint })
}

function issue(elements: Awaited<ReturnType<typeof blindedBy>>['elements'], key: Uint8Array): BallotAnswer {
  const one = (dimension: 'unit' | 'tenure', blinded: string) => {
    const evaluation = evaluateBlinded(key, infoOf(dimension), fromBase64url(blinded))
    if (!evaluation.ok) throw new Error(evaluation.error.code)
    const { evaluated, proof } = evaluation.value
    return { cohort: cohorts[dimension], evaluated: toBase64url(evaluated), proof: toBase64url(proof) }
  }
  const cuts = { tenure: one('tenure', elements.cuts.tenure ?? '') }
  return { ...one('unit', elements.blinded), cuts } as unknown as BallotAnswer
}
