import { z } from 'zod'

const shape = z.object({
  input: z.base64url(),
  token: z.base64url(),
  answers: z.record(z.string(), z.int().nullable()),
})

/** What lies in a sealed box: a ballot, and the answers that were sent with it. */
export type BoxedAnswers = {
  readonly input: Uint8Array
  readonly token: Uint8Array
  readonly answers: Record<string, number | null>
}

export function writeBoxed({ input, token, answers }: BoxedAnswers): Uint8Array {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  return Buffer.from(JSON.stringify({ input: text(input), token: text(token), answers }))
}

/** Null for bytes that `writeBoxed` did not make. */
export function readBoxed(bytes: Uint8Array): BoxedAnswers | null {
  try {
    const { input, token, answers } = shape.parse(JSON.parse(Buffer.from(bytes).toString()))
    return { input: Buffer.from(input, 'base64url'), token: Buffer.from(token, 'base64url'), answers }
  } catch {
    return null
  }
}
