import { expect, test } from 'vitest'
import { makeTranscript, type TranscriptPart, transcriptParts, wrongPartOf } from './transcript.ts'

/** RFC 9497, appendix A.1.3, test vector 1: another implementation's transcript. */
const published = {
  sk: '145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07',
  pk: 'c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631',
  info: '7465737420696e666f',
  input: '00',
  blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
  blinded: 'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
  evaluated: '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
  proof:
    '41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206',
  output:
    'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
}

test('a published transcript holds, and so do our own', () => {
  expect(wrongPartOf(published)).toBeUndefined()
  expect(wrongPartOf(makeTranscript())).toBeUndefined()
})

test('our transcripts are lower-case hex of the lengths that the RFC gives', () => {
  const made = makeTranscript()
  for (const part of transcriptParts) expect(made[part]).toMatch(/^(?:[0-9a-f]{2})+$/)
  const size = (part: TranscriptPart) => made[part].length / 2
  expect(['sk', 'pk', 'blind', 'blinded', 'evaluated'].map((part) => size(part as TranscriptPart))).toEqual([
    32, 32, 32, 32, 32,
  ])
  expect([size('proof'), size('output')]).toEqual([64, 64])
})

test.each([
  ['sk', 'pk'],
  ['pk', 'pk'],
  ['info', 'evaluated'],
  ['input', 'blinded'],
  ['blind', 'blinded'],
  ['blinded', 'blinded'],
  ['evaluated', 'evaluated'],
  ['proof', 'proof'],
  ['output', 'output'],
] as const)('one bit changed in %s is found in %s', (part, found) => {
  const [first = '0', ...rest] = published[part]
  const harmed = { ...published, [part]: [(Number.parseInt(first, 16) ^ 1).toString(16), ...rest].join('') }
  expect(wrongPartOf(harmed)).toBe(found)
})

test('scalars that are zero or not below the order are refused, not reduced', () => {
  for (const scalar of ['00'.repeat(32), 'ff'.repeat(32)]) {
    expect(wrongPartOf({ ...published, blind: scalar })).toBe('blind')
    expect(wrongPartOf({ ...published, sk: scalar })).toBe('pk')
  }
})
