import { Secret, TOTP } from 'otpauth'

/** What an authenticator app shows at that moment. @param key base32 */
export function digitsOf(key: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now.getTime() })
}
