import type { Result } from '@chorus/basics/result'
import type { SendFault } from './send-fault.ts'

/** Seconds; eleven minutes in all. */
const pauses = [5, 10, 20, 40, 80, 160, 320]

/**
 * Sends a mail that somebody waits for, and tries again where the server was away or put it off: never at or after the moment from which it would be
 * of no use, and not where it was refused for good.
 * @param pause false: there is no time left to wait, because the process ends
 * @returns what became of the last try
 */
export async function sendInTime(
  send: () => Promise<Result<void, SendFault>>,
  {
    uselessFrom,
    now,
    pause,
  }: { uselessFrom: Date; now: () => Date; pause: (seconds: number) => Promise<boolean> },
): Promise<Result<void, SendFault>> {
  let sent = await send()
  for (const seconds of pauses) {
    if (sent.ok || !(sent.error.code === 'server' || sent.error.code === 'later')) return sent
    if (!(await pause(seconds)) || now() >= uselessFrom) return sent
    sent = await send()
  }
  return sent
}
