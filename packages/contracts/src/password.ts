import { z } from 'zod'

const password = z.string().min(1).max(400)
/** Six digits of the second factor, or a recovery code. */
const factor = z.string().trim().min(6).max(40)

/** `POST /api/session/password`, administrators: the answer is the same whatever of the three is not right. */
export const passwordSignIn = z
  .object({ email: z.string().trim().min(3).max(320), password, code: factor })
  .strict()
export type PasswordSignIn = z.infer<typeof passwordSignIn>

/** `GET /api/my/password` */
export const myPassword = z.object({ isSet: z.boolean(), recoveryCodesLeft: z.int() })
export type MyPassword = z.infer<typeof myPassword>

/** `POST /api/my/password/begin`: a new key for a second factor (RFC 6238). `setUp` is to be sent back within ten minutes. */
export const passwordSetUp = z.object({ key: z.string(), address: z.string(), setUp: z.string() })
export type PasswordSetUp = z.infer<typeof passwordSetUp>

const confirmation = z.object({ password, code: factor }).strict()

/** `PUT /api/my/password`: `current` where there is one already. */
export const newPassword = z
  .object({
    setUp: z.string().max(1000),
    password: z.string().max(400),
    code: factor,
    current: confirmation.optional(),
  })
  .strict()
export type NewPassword = z.infer<typeof newPassword>

/** The answer to it. These codes are said this once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof recoveryCodes>

/** `POST /api/my/password/remove` */
export const removePassword = confirmation
export type RemovePassword = z.infer<typeof removePassword>
