import { randomBytes } from 'node:crypto'
import { finishBallot, prepareBallot } from '@chorus/ballot/ballot-client'
import { ballotInfo } from '@chorus/ballot/ballot-info'
import { evaluateBlinded } from '@chorus/ballot/ballot-server'
import { signReceipt, verifyReceipt } from '@chorus/ballot/receipt'
import { openBox, sealBox } from '@chorus/ballot/sealed-box'
import { manifest } from '@chorus/contracts/collect'
import type { WaveSecrets } from './vault.ts'

/** Whether these are the secrets that belong to the public keys in a wave's manifest: each pair is tried out once. */
export function keysFit(
  { skB, skS, skR, Kp }: WaveSecrets,
  wave: { id: string; manifest: string; fingerprint: string },
): boolean {
  const frozen = manifest.parse(JSON.parse(wave.manifest))
  const publicKey = (name: 'pkB' | 'pkS' | 'pkR') => Buffer.from(frozen[name], 'base64url')

  const info = ballotInfo({
    wave: wave.id,
    dimension: 'unit',
    cohort: wave.id,
    fingerprint: wave.fingerprint,
  })
  const prepared = prepareBallot(randomBytes(32), info, publicKey('pkB'))
  const evaluation = evaluateBlinded(skB, info, prepared.blinded)
  if (!evaluation.ok || !finishBallot(prepared, evaluation.value).ok) return false

  const nf = randomBytes(32)
  if (!openBox(sealBox(nf, { pkS: publicKey('pkS'), Kp, nf }), { skS, Kp, nf }).ok) return false
  const receipted = { wave: wave.id, cohort: wave.id, leaf: nf }
  return verifyReceipt(receipted, signReceipt(receipted, skR), publicKey('pkR'))
}
