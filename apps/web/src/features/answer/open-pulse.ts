import type { Invitation, Manifest, ManifestCohort } from '@chorus/contracts/collect'
import type { Question } from './questions.ts'
import { questionsOf } from './questions.ts'
import { unitDimension } from './unit-dimension.ts'

/** What the page works with: the invitation and the manifest it was checked against. */
export type Pulse = {
  invitation: Invitation
  manifest: Manifest
  canonical: string
  questions: Question[]
  person: string
}

export type PulseRefused = { code: 'not-invited' } | { code: 'manifest-differs' }
export type OpenedPulse = { opened: true; pulse: Pulse } | { opened: false; refused: PulseRefused }

type Sources = {
  getInvitations: () => Promise<Invitation[]>
  getManifest: (wave: string) => Promise<{ canonical: string; fingerprint: string }>
  getPerson: () => Promise<string>
  fingerprintOf: (canonical: string) => Promise<string>
  /** Remembers the first fingerprint of a wave, and says which it was. */
  pin: (wave: string, fingerprint: string) => string
}

/**
 * Opens a wave only when the manifest that everybody gets is the one this person was invited with, and the one this device saw
 * before: same fingerprint, computed here, and the person's groups in it with at least k people each. The fingerprint covers the
 * wave's keys.
 */
export async function openPulse(wave: string, sources: Sources): Promise<OpenedPulse> {
  const [invitations, { canonical }, person] = await Promise.all([
    sources.getInvitations(),
    sources.getManifest(wave),
    sources.getPerson(),
  ])
  const invitation = invitations.find((one) => one.wave === wave)
  if (!invitation) return { opened: false, refused: { code: 'not-invited' } }
  const manifest: Manifest = JSON.parse(canonical)
  const holds =
    (await sources.fingerprintOf(canonical)) === invitation.fingerprint &&
    manifest.wave === wave &&
    manifest.policy.k === invitation.k &&
    invitation.cohort.dimension === unitDimension &&
    hasOneEach(invitation) &&
    [invitation.cohort, ...invitation.cuts].every((cohort) => isListed(cohort, manifest))
  if (!holds || sources.pin(wave, invitation.fingerprint) !== invitation.fingerprint)
    return { opened: false, refused: { code: 'manifest-differs' } }
  const questions = questionsOf(manifest)
  return { opened: true, pulse: { invitation, manifest, canonical, questions, person } }
}

function hasOneEach({ cohort, cuts }: Invitation): boolean {
  return new Set([cohort, ...cuts].map(({ dimension }) => dimension)).size === cuts.length + 1
}

/** Is the group that was shown the one that everybody's manifest lists, once, with enough people? */
export function isListed(shown: ManifestCohort, { cohorts, policy }: Manifest): boolean {
  const listed = cohorts.filter(({ id }) => id === shown.id)
  const [only] = listed
  return (
    listed.length === 1 &&
    only !== undefined &&
    only.dimension === shown.dimension &&
    only.label === shown.label &&
    only.size === shown.size &&
    only.size >= (only.scale === undefined ? policy.k : policy.commentK)
  )
}
