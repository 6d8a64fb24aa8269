import type { Invitation, Manifest } from '@chorus/contracts/collect'
import type { Question } from './questions.ts'
import { questionsOf } from './questions.ts'

/** What the page works with: the invitation and the manifest it was checked against. */
export type Pulse = {
  invitation: Invitation
  manifest: Manifest
  canonical: string
  questions: Question[]
}

export type PulseRefused = { code: 'not-invited' } | { code: 'manifest-differs' }
export type OpenedPulse = { opened: true; pulse: Pulse } | { opened: false; refused: PulseRefused }

type Sources = {
  getInvitations: () => Promise<Invitation[]>
  getManifest: (wave: string) => Promise<{ canonical: string; fingerprint: string }>
  fingerprintOf: (canonical: string) => Promise<string>
}

/**
 * Opens a wave only when the manifest that everybody gets is the one this person was invited with: same
 * fingerprint, computed here, and the person's group in it with at least k people.
 */
export async function openPulse(wave: string, sources: Sources): Promise<OpenedPulse> {
  const [invitations, { canonical }] = await Promise.all([
    sources.getInvitations(),
    sources.getManifest(wave),
  ])
  const invitation = invitations.find((one) => one.wave === wave)
  if (!invitation) return { opened: false, refused: { code: 'not-invited' } }
  const manifest: Manifest = JSON.parse(canonical)
  const cohort = manifest.cohorts.find((one) => one.id === invitation.cohort.id)
  const holds =
    (await sources.fingerprintOf(canonical)) === invitation.fingerprint &&
    manifest.wave === wave &&
    manifest.policy.k === invitation.k &&
    cohort !== undefined &&
    cohort.label === invitation.cohort.label &&
    cohort.size === invitation.cohort.size &&
    cohort.size >= manifest.policy.k
  if (!holds) return { opened: false, refused: { code: 'manifest-differs' } }
  return { opened: true, pulse: { invitation, manifest, canonical, questions: questionsOf(manifest) } }
}
