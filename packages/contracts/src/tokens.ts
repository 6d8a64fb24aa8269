import { z } from 'zod'

export const tokenId = z.uuid().brand<'TokenId'>()

/** A personal token as its owner sees it: never its secret. */
export const personalToken = z.object({
  id: tokenId,
  name: z.string(),
  /** The last day (UTC) on which it opens anything. */
  endsOn: z.iso.date(),
})

/** `GET /api/tokens`: one's own tokens, those that end first first. */
export const personalTokens = z.object({ tokens: z.array(personalToken) })
export type PersonalTokens = z.infer<typeof personalTokens>

/** `POST /api/tokens`. The end lies at most a year ahead. */
export const newToken = z.object({ name: z.string().trim().min(1).max(100), endsOn: z.iso.date() }).strict()
export type NewToken = z.infer<typeof newToken>

/** The answer to it. The secret is said this once: only its hash is kept. */
export const madeToken = personalToken.extend({ secret: z.string() })
export type MadeToken = z.infer<typeof madeToken>
