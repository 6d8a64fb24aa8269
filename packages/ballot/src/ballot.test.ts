import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finishBallot, prepareBallot } from './ballot-client.ts'
import { ballotInfo } from './ballot-info.ts'
import { evaluateBlinded, makeBallotKeys, verifyBallot } from './ballot-server.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const cohorts = ['018f3f5e-0000-4000-8000-00000000000a', '018f3f5e-0000-4000-8000-00000000000b'] as const
const fingerprint = 'ab'.repeat(32)
const info = ballotInfo({ wave, dimension: 'unit', cohort: cohorts[0], fingerprint })
const { skB, pkB } = makeBallotKeys()
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
const place = fc.nat({ max: 100_000 })
const few = { numRuns: 15 }

test('any seed gives a ballot that verifies, and the same seed asks with the same element and gets the same ballot', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { ballot, prepared, evaluation } = issued(seed)
      expect(verifyBallot(skB, info, ballot.input, ballot.token)).toBe(true)
      const again = issued(seed)
      expect(again.prepared.blinded).toEqual(prepared.blinded)
      expect(again.evaluation.evaluated).toEqual(evaluation.evaluated)
      expect(again.ballot).toEqual(ballot)
    }),
    few,
  )
})

test('one bit flipped in the evaluation, the proof or the info, and the client refuses', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom('evaluated', 'proof', 'info'), place, (seed, which, bit) => {
      const { prepared, evaluation } = issued(seed)
      const harmed =
        which === 'info'
          ? finishBallot(prepareBallot(seed, flipped(info, bit), pkB), evaluation)
          : finishBallot(prepared, { ...evaluation, [which]: flipped(evaluation[which], bit) })
      expect(harmed).toEqual({ ok: false, error: { code: 'proof-not-valid' } })
    }),
    { numRuns: 40 },
  )
})

test('one bit flipped in the input, the token or the info, and the server refuses', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom('input', 'token', 'info'), place, (seed, which, bit) => {
      const parts = { ...issued(seed).ballot, info }
      const { input, token, ...rest } = { ...parts, [which]: flipped(parts[which], bit) }
      expect(verifyBallot(skB, rest.info, input, token)).toBe(false)
    }),
    { numRuns: 40 },
  )
})

test('a ballot of one cohort, wave, dimension or manifest verifies for no other', () => {
  const { ballot } = issued(new Uint8Array(32))
  const scope = { wave, dimension: 'unit', cohort: cohorts[0], fingerprint }
  for (const other of [
    { ...scope, cohort: cohorts[1] },
    { ...scope, wave: cohorts[1] },
    { ...scope, dimension: 'tenure' },
    { ...scope, fingerprint: 'ac'.repeat(32) },
  ])
    expect(verifyBallot(skB, ballotInfo(other), ballot.input, ballot.token)).toBe(false)
})

test('a server that uses another key than the one everybody was shown is found out', () => {
  const prepared = prepareBallot(new Uint8Array(32), info, pkB)
  const evaluation = evaluateBlinded(makeBallotKeys().skB, info, prepared.blinded)
  expect(evaluation.ok && finishBallot(prepared, evaluation.value).ok).toBe(false)
})

test('what is no element is refused: too short, too long, the identity, no point at all', () => {
  for (const bytes of [
    new Uint8Array(),
    new Uint8Array(31),
    new Uint8Array(33),
    new Uint8Array(32),
    all(0xff),
  ])
    expect(evaluateBlinded(skB, info, bytes)).toEqual({ ok: false, error: { code: 'element-not-valid' } })
})

test('an input or token of any other length is no ballot, and no crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), (input, token) => {
      expect(verifyBallot(skB, info, input, token)).toBe(false)
    }),
    few,
  )
})

test('the ballots of one seed for two dimensions have nothing in common', () => {
  const seed = all(7)
  const cut = ballotInfo({ wave, dimension: 'tenure', cohort: cohorts[1], fingerprint })
  const [first, second] = [prepareBallot(seed, info, pkB), prepareBallot(seed, cut, pkB)]
  expect(first.input).not.toEqual(second.input)
  expect(first.blind).not.toEqual(second.blind)
})

test('no two scopes give the same info, whatever the dimension is called', () => {
  const scope = fc.record({
    wave: fc.uuid(),
    cohort: fc.uuid(),
    dimension: fc.string({ minLength: 1, maxLength: 60 }),
    fingerprint: fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('hex')),
  })
  fc.assert(
    fc.property(scope, scope, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(Buffer.from(ballotInfo(one)).equals(Buffer.from(ballotInfo(other)))).toBe(same)
    }),
  )
})

function issued(seed: Uint8Array) {
  const prepared = prepareBallot(seed, info, pkB)
  const evaluation = evaluateBlinded(skB, info, prepared.blinded)
  if (!evaluation.ok) throw new Error(evaluation.error.code)
  const ballot = finishBallot(prepared, evaluation.value)
  if (!ballot.ok) throw new Error(ballot.error.code)
  return { prepared, evaluation: evaluation.value, ballot: ballot.value }
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const at = Math.floor(bit / 8) % bytes.length
  return bytes.map((byte, index) => (index === at ? byte ^ (1 << (bit % 8)) : byte))
}

function all(byte: number): Uint8Array {
  return new Uint8Array(32).fill(byte)
}
