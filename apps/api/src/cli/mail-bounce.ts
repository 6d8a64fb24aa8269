import { noteBounces } from '@chorus/db/stores/mail-bounces'
import { largestReportBytes, readDeliveryReport } from '../mail/read-delivery-report.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withOrganisation } from './with-organisation.ts'

const refusals = {
  'report-too-large': `This message is larger than ${largestReportBytes} bytes. Nothing was noted.`,
  'no-delivery-report':
    'This message holds no delivery report (RFC 3464, a part message/delivery-status). Nothing was noted. Pipe in the whole message as it came: chorus mail-bounce < message',
} as const

/** Notes what a delivery report on standard input says. Says nothing of whose addresses are known here. */
export async function mailBounce(options: { organisation?: string; json?: boolean }): Promise<void> {
  const report = await readDeliveryReport(await readAtMost(process.stdin, largestReportBytes))
  if (!report.ok) throw new CommandRefused(refusals[report.error.code], 2)
  await withOrganisation(options.organisation, async ({ database }, { id }) => {
    const noted = await noteBounces(database.mailer, id, report.value, new Date())
    const hard = report.value.filter(({ kind }) => kind === 'hard').length
    const soft = report.value.length - hard
    const counts = `${hard} hard, ${soft} soft`
    say(
      options.json ?? false,
      { hard, soft, noted },
      noted
        ? `Read: ${counts}.`
        : `Read: ${counts}. Not noted: until a day after the close of a wave with reminders, what comes back could tell who got one.`,
    )
  })
}

/** One byte more than `most` says that there is more, and the rest is not read. */
async function readAtMost(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > most) break
  }
  return Buffer.concat(chunks)
}
