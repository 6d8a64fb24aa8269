import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { blindInput, finishBallot } from './ballot-client.ts'
import { evaluateBlinded, evaluateInput, verifyBallot } from './ballot-server.ts'
import { blindEvaluate } from './poprf-server.ts'
import { uniformFor } from './scalar.ts'

/** RFC 9497, appendix A.1.3: ristretto255-SHA512, POPRF mode. */
const skB = hexToBytes('145c79c108538421ac164ecbe131942136d5570b16d8bf41a24d4337da981e07')
const pkB = hexToBytes('c647bef38497bc6ec077c22af65b696efa43bff3b4a1975a3e8e0a1c5a79d631')
const info = hexToBytes('7465737420696e666f')

const single = [
  {
    input: '00',
    blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
    blinded: 'c8713aa89241d6989ac142f22dba30596db635c772cbf25021fdd8f3d461f715',
    evaluated: '1a4b860d808ff19624731e67b5eff20ceb2df3c3c03b906f5693e2078450d874',
    proof:
      '41ad1a291aa02c80b0915fbfbb0c0afa15a57e2970067a602ddb9e8fd6b7100de32e1ecff943a36f0b10e3dae6bd266cdeb8adf825d86ef27dbc6c0e30c52206',
    proofScalar: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
    output:
      'ca688351e88afb1d841fde4401c79efebb2eb75e7998fa9737bd5a82a152406d38bd29f680504e54fd4587eddcf2f37a2617ac2fbd2993f7bdf45442ace7d221',
  },
  {
    input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
    blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706',
    blinded: 'f0f0b209dd4d5f1844dac679acc7761b91a2e704879656cb7c201e82a99ab07d',
    evaluated: '8c3c9d064c334c6991e99f286ea2301d1bde170b54003fb9c44c6d7bd6fc1540',
    proof:
      '4c39992d55ffba38232cdac88fe583af8a85441fefd7d1d4a8d0394cd1de77018bf135c174f20281b3341ab1f453fe72b0293a7398703384bed822bfdeec8908',
    proofScalar: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
    output:
      '7c6557b276a137922a0bcfc2aa2b35dd78322bd500235eb6d6b6f91bc5b56a52de2d65612d503236b321f5d0bebcbc52b64b92e426f29c9b8b69f52de98ae507',
  },
]

/** Vector 3 asks for two at once, with one proof for both; ballots are issued one by one, so its proof has no place here. */
const batch = [
  { ...single[0], blind: '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706' },
  {
    ...single[1],
    blind: '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e',
    blinded: '423a01c072e06eb1cce96d23acce06e1ea64a609d7ec9e9023f3049f2d64e50c',
    evaluated: 'aa1f16e903841036e38075da8a46655c94fc92341887eb5819f46312adfc0504',
  },
]

test.each(single)(
  'RFC 9497, POPRF, batch size 1, input $input: each step gives the published bytes',
  (vector) => {
    const prepared = blindInput(hexToBytes(vector.input), info, pkB, uniformFor(hexToBytes(vector.blind)))
    expect(bytesToHex(prepared.blind)).toBe(vector.blind)
    expect(bytesToHex(prepared.blinded)).toBe(vector.blinded)
    const evaluation = blindEvaluate(skB, prepared.blinded, info, hexToBytes(vector.proofScalar))
    expect(bytesToHex(evaluation.evaluated)).toBe(vector.evaluated)
    expect(bytesToHex(evaluation.proof)).toBe(vector.proof)
    const ballot = finishBallot(prepared, evaluation)
    if (!ballot.ok) throw new Error(ballot.error.code)
    expect(bytesToHex(ballot.value.token)).toBe(vector.output)
    expect(bytesToHex(evaluateInput(skB, info, hexToBytes(vector.input)))).toBe(vector.output)
    expect(verifyBallot(skB, info, hexToBytes(vector.input), hexToBytes(vector.output))).toBe(true)
  },
)

test.each(batch)('RFC 9497, POPRF, batch size 2, input $input: blinded, evaluated, output', (vector) => {
  const { input = '', output } = vector
  const prepared = blindInput(hexToBytes(input), info, pkB, uniformFor(hexToBytes(vector.blind)))
  expect(bytesToHex(prepared.blinded)).toBe(vector.blinded)
  const evaluation = evaluateBlinded(skB, info, prepared.blinded)
  if (!evaluation.ok) throw new Error(evaluation.error.code)
  expect(bytesToHex(evaluation.value.evaluated)).toBe(vector.evaluated)
  const ballot = finishBallot(prepared, evaluation.value)
  expect(ballot.ok && bytesToHex(ballot.value.token)).toBe(output)
})
