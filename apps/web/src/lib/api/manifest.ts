import { requestUnnamed } from './request.ts'

/** Asked without a cookie: everybody gets the same bytes, so nobody can be shown a manifest of their own. */
export async function getManifest(wave: string): Promise<{ canonical: string; fingerprint: string }> {
  return requestUnnamed('GET', `/w/${encodeURIComponent(wave)}/manifest`)
}
