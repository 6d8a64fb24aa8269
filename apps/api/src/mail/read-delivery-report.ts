import { err, ok, type Result } from '@chorus/basics/result'
import type { Bounce } from '@chorus/db/stores/mail-bounces'
import PostalMime from 'postal-mime'

/** Reports carry the mail that came back; ours are some 20 kB. */
export const largestReportBytes = 1024 * 1024
const mostRecipients = 100

export type ReportRefused = { code: 'report-too-large' } | { code: 'no-delivery-report' }

/**
 * What a delivery status notification (RFC 3464) says of addresses that took no mail; none of those that did. The mail inside of it is not
 * opened: whoever wrote that one must not say what came back.
 */
export async function readDeliveryReport(
  message: Uint8Array,
): Promise<Result<readonly Bounce[], ReportRefused>> {
  if (message.byteLength > largestReportBytes) return err({ code: 'report-too-large' })
  const status = await deliveryStatusIn(message)
  if (status === null) return err({ code: 'no-delivery-report' })
  // The first block is about the message, each other about one recipient (RFC 3464, 2.1).
  const [, ...recipients] = status.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)
  const bounces = recipients.slice(0, mostRecipients).flatMap((block) => bounceIn(fieldsOf(block)))
  return ok(bounces)
}

async function deliveryStatusIn(message: Uint8Array): Promise<string | null> {
  try {
    const { attachments } = await PostalMime.parse(message, {
      attachmentEncoding: 'utf8',
      forceRfc822Attachments: true,
      maxNestingDepth: 10,
    })
    const part = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
    return typeof part?.content === 'string' ? part.content.trimStart() : null
  } catch {
    // The library throws on what is nested too deeply and the like: whatever it is, it is no report.
    return null
  }
}

/** By name in lower case; folded lines are one. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([A-Za-z-]+)[ \t]*:(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

function bounceIn(fields: ReadonlyMap<string, string>): Bounce[] {
  // Where a mail was sent on, the original recipient is the address that is known here.
  const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'))
  const action = fields.get('action')?.toLowerCase()
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
  if (address === null || (action !== 'failed' && action !== 'delayed')) return []
  return [{ address, kind: action === 'failed' && isOfTheAddress(status) ? 'hard' : 'soft' }]
}

/** "rfc822; ada@example.org": other types of address, and names in front of it, are none of ours. */
function addressIn(field: string | undefined): string | null {
  const [, address] = /^rfc822[ \t]*;[ \t]*<?([^\s<>;]{1,64}@[^\s<>;@]{1,255})>?$/i.exec(field ?? '') ?? []
  return address?.toLowerCase() ?? null
}

/**
 * Whether a code of RFC 3463 says that the address takes no mail at all. Not a full mailbox, or a refused text; 5.1.7 to 5.1.9 are about
 * the sender. 5.0.0 is what servers say that know no finer codes.
 */
function isOfTheAddress(status: string | undefined): boolean {
  return status !== undefined && /^5\.(0\.0|1\.([0-6]|10)|2\.1|4\.4)$/.test(status)
}
