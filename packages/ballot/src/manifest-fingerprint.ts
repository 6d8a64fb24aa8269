/**
 * The fingerprint of a manifest: SHA-256 of its canonical JSON in UTF-8, lower-case hex.
 * Two people who compare it know that they were shown the same wave.
 */
export async function fingerprintOf(canonical: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
