import type { PosterFacts } from '@chorus/contracts/mail'
import { getManifest } from '../../../lib/api/manifest.ts'
import { request } from '../../../lib/api/request.ts'

export type Poster = PosterFacts & { fingerprint: string }

/** What the posters of a wave say; the fingerprint comes from where everybody gets it. */
export async function getPoster(wave: string): Promise<Poster> {
  const [facts, { fingerprint }] = await Promise.all([
    request<PosterFacts>('GET', `/api/waves/${encodeURIComponent(wave)}/poster`),
    getManifest(wave),
  ])
  return { ...facts, fingerprint }
}
