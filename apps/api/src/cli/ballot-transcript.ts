import { makeTranscript } from '@chorus/ballot/transcript'
import { CommandRefused } from './command-refused.ts'

/** Prints fresh runs of the ballot's protocol, so that another implementation can check ours. */
export function ballotTranscript({ count }: { count: number }): void {
  if (!Number.isInteger(count) || count < 1 || count > 100_000)
    throw new CommandRefused('--count is a whole number from 1 to 100000', 2)
  process.stdout.write('[\n')
  for (let number = 1; number <= count; number++)
    process.stdout.write(`${JSON.stringify(makeTranscript())}${number < count ? ',' : ''}\n`)
  process.stdout.write(']\n')
}
