import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
/** Clocks of phones are a little off: the step before and the one after count, too (RFC 6238, 5.2). */
const stepsAround = 1

/** 160 random bits, as RFC 4226 recommends, in base32. */
export function newFactorKey(): string {
  return new Secret({ size: 20 }).base32
}

/** What authenticator apps read from a QR code. */
export function factorAddress(key: string, account: string): string {
  return new TOTP({ issuer: 'Chorus', label: account, secret: Secret.fromBase32(key) }).toString()
}

/** The step (counted in 30 s since 1970) that six digits belong to; null when they are of none that counts now. */
export function stepOf(key: string, digits: string, now: Date): number | null {
  if (!/^\d{6}$/.test(digits)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(key), period: stepSeconds })
  const current = Math.floor(now.getTime() / 1000 / stepSeconds)
  let found: number | null = null
  for (let step = current - stepsAround; step <= current + stepsAround; step++) {
    const expected = totp.generate({ timestamp: step * stepSeconds * 1000 })
    if (timingSafeEqual(Buffer.from(expected), Buffer.from(digits))) found = step
  }
  return found
}
