import type { ApiProblemCode } from '../../lib/api/problem.ts'

/** What of the cryptography the sending needs; it is loaded later than the page. */
export type BallotCode = Pick<
  typeof import('./ballot-code.ts'),
  'blindedBy' | 'leafWhenSigned' | 'replyKeysOf'
>
/** Why answers are still on the device, or will not be counted. */
export type SendFault = ApiProblemCode | 'manifest-differs' | 'receipt-not-valid'
