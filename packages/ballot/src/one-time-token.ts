import { fromBase64url, toBase64url } from './base64url.ts'

/**
 * The one-time right to answer. The device makes the token and keeps it; the server is told the commitment
 * when the person is signed in, and sees the token only in the anonymous send.
 */
export type OneTimeToken = { readonly token: string; readonly commitment: string }

/** Both as 32 bytes in base64url; the commitment is the SHA-256 of the token's bytes. */
export async function makeOneTimeToken(): Promise<OneTimeToken> {
  const token = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
  return { token, commitment: await commitmentOf(token) }
}

/** What the server compares when the token arrives. */
export async function commitmentOf(token: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64url(token))))
}
