import type { Manifest, SheetAnswer } from '@chorus/contracts/collect'
import { answeringMinutes } from '@chorus/instruments/answering-time'
import { isListed, type Pulse } from '../open-pulse.ts'
import { questionsOf } from '../questions.ts'
import { unitDimension } from '../unit-dimension.ts'

type Sources = {
  getManifest: (wave: string) => Promise<{ canonical: string }>
  lookUpSheet: (wave: string, code: string) => Promise<SheetAnswer>
  fingerprintOf: (canonical: string) => Promise<string>
}

/**
 * The pulse that a sheet answers. Its group must be one of the manifest that everybody gets, with at least k people; the fingerprint is
 * computed here, for the reader to compare with the one on the sheet. Undefined where that does not hold.
 * @throws ApiProblem
 */
export async function openSheetPulse(
  wave: string,
  code: string,
  sources: Sources,
): Promise<Pulse | undefined> {
  const [{ cohort: id }, { canonical }] = await Promise.all([
    sources.lookUpSheet(wave, code),
    sources.getManifest(wave),
  ])
  const manifest: Manifest = JSON.parse(canonical)
  const cohort = manifest.cohorts.find((one) => one.id === id)
  const holds =
    manifest.wave === wave &&
    cohort?.dimension === unitDimension &&
    cohort.sheets !== undefined &&
    isListed(cohort, manifest)
  if (!holds) return undefined
  const questions = questionsOf(manifest)
  const invitation = {
    wave: manifest.wave,
    label: manifest.label,
    closes: manifest.closes,
    fingerprint: await sources.fingerprintOf(canonical),
    cohort,
    cuts: [],
    k: manifest.policy.k,
    itemCount: questions.length,
    minutes: answeringMinutes(manifest.scales),
    ballotCollected: false,
  }
  return { invitation, manifest, canonical, questions, person: '' }
}
