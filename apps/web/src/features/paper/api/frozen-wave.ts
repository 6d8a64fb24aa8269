import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import type { Manifest } from '@chorus/contracts/collect'
import { getManifest } from '../../../lib/api/manifest.ts'

/** What a sheet says of the wave. The fingerprint is computed here, from what everybody is shown. */
export type FrozenWave = Pick<Manifest, 'label' | 'closes'> & { fingerprint: string }

export async function getFrozenWave(wave: string): Promise<FrozenWave> {
  const { canonical } = await getManifest(wave)
  const { label, closes }: Manifest = JSON.parse(canonical)
  return { label, closes, fingerprint: await fingerprintOf(canonical) }
}
