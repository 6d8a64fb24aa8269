import { blindInput, blindingBytes, type PreparedBallot } from './ballot-client.ts'

/** `prepareBallot` with the browser's own HKDF: a device loads no code for it. @throws when pkB is no public key */
export async function prepareOnDevice(
  seed: Uint8Array,
  info: Uint8Array,
  pkB: Uint8Array,
): Promise<PreparedBallot> {
  const { subtle } = crypto
  const key = await subtle.importKey('raw', Uint8Array.from(seed), 'HKDF', false, ['deriveBits'])
  const derived = async (label: string, bytes: number) => {
    const how = {
      name: 'HKDF',
      hash: 'SHA-512',
      salt: Uint8Array.from(info),
      info: new TextEncoder().encode(label),
    }
    return new Uint8Array(await subtle.deriveBits(how, key, 8 * bytes))
  }
  return blindInput(await derived('input', 32), info, pkB, await derived('blind', blindingBytes))
}
