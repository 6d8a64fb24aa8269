import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestReportBytes, readDeliveryReport } from './read-delivery-report.ts'

/** As RFC 3464 has it: words, status, and the mail that came back. */
function report(...recipients: string[]): string {
  const status = [
    'Reporting-MTA: dns; mx.example.org\nArrival-Date: Mon, 2 Mar 2026 09:00:00 +0000',
    ...recipients,
  ]
  return `From: MAILER-DAEMON@mx.example.org
To: pulse@chorus.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

Your mail could not be delivered. Final-Recipient: rfc822; nobody@in-words.example

--b1
Content-Type: message/delivery-status

${status.join('\n\n')}

--b1
Content-Type: message/rfc822

From: pulse@chorus.example
To: ada@example.org
Content-Type: multipart/report; report-type=delivery-status; boundary="b2"

--b2
Content-Type: message/delivery-status

Reporting-MTA: dns; forged.example

Final-Recipient: rfc822; forged@example.org
Action: failed
Status: 5.1.1
--b2--

--b1--
`
}

const recipient = (address: string, action: string, status: string) =>
  `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; 550 5.1.1\n  no such user here`

const read = (message: string) => readDeliveryReport(Buffer.from(message.replaceAll('\n', '\r\n')))

describe('what a delivery report says', () => {
  test.each([
    ['failed', '5.1.1', 'hard'],
    ['failed', '5.1.10', 'hard'],
    ['failed', '5.2.1', 'hard'],
    ['failed', '5.4.4', 'hard'],
    ['failed', '5.0.0', 'hard'],
    ['Failed', '5.1.1 (no such user)', 'hard'],
    ['failed', '5.2.2', 'soft'],
    ['failed', '5.7.1', 'soft'],
    ['failed', '5.1.8', 'soft'],
    ['failed', '4.2.2', 'soft'],
    ['delayed', '4.4.7', 'soft'],
    ['delayed', '5.1.1', 'soft'],
    ['failed', '', 'soft'],
  ])('%s with %s is %s', async (action, status, kind) => {
    const bounces = [{ address: 'ada@example.org', kind }]
    expect(await read(report(recipient('Ada@Example.org', action, status)))).toEqual({
      ok: true,
      value: bounces,
    })
  })

  test.each(['delivered', 'relayed', 'expanded', 'something'])(
    '%s is no mail that came back',
    async (action) => {
      expect(await read(report(recipient('ada@example.org', action, '2.0.0')))).toEqual({
        ok: true,
        value: [],
      })
    },
  )

  test('one for each of several recipients, and nothing from the mail that came back', async () => {
    const several = report(
      recipient('ada@example.org', 'failed', '5.1.1'),
      recipient('bob@example.org', 'delivered', '2.0.0'),
      recipient('eve@example.org', 'failed', '4.2.2'),
    )
    expect(await read(several)).toEqual({
      ok: true,
      value: [
        { address: 'ada@example.org', kind: 'hard' },
        { address: 'eve@example.org', kind: 'soft' },
      ],
    })
  })

  test('the address that a mail was sent to, where another server sent it on', async () => {
    const sentOn = `Original-Recipient: rfc822;ada@example.org\n${recipient('a.l@elsewhere.example', 'failed', '5.1.1')}`
    expect(await read(report(sentOn))).toEqual({
      ok: true,
      value: [{ address: 'ada@example.org', kind: 'hard' }],
    })
    const unknownType = `Original-Recipient: x400;/G=Ada\n${recipient('ada@example.org', 'failed', '5.1.1')}`
    expect(await read(report(unknownType))).toMatchObject({ value: [{ address: 'ada@example.org' }] })
  })
})

describe('what is no report is refused', () => {
  test.each([
    ['nothing', ''],
    ['words', 'Your mail could not be delivered'],
    [
      'a plain mail',
      'From: a@example.org\nSubject: Final-Recipient: rfc822; ada@example.org\n\nAction: failed',
    ],
    [
      'a report inside of a mail',
      `Content-Type: message/rfc822\n\n${report(recipient('ada@example.org', 'failed', '5.1.1'))}`,
    ],
  ])('%s', async (_name, message) => {
    expect(await read(message)).toEqual({ ok: false, error: { code: 'no-delivery-report' } })
  })

  test('a huge message, before it is looked into', async () => {
    expect(await readDeliveryReport(new Uint8Array(largestReportBytes + 1))).toEqual({
      ok: false,
      error: { code: 'report-too-large' },
    })
  })

  test('parts within parts, endlessly', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, at) => `Content-Type: multipart/mixed; boundary="n${at}"\n\n--n${at}\n`,
    )
    expect(await read(nested.join(''))).toEqual({ ok: false, error: { code: 'no-delivery-report' } })
  })
})

test('whatever is sent, it is read or refused, and each address it names has the form of one', async () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Final-Recipient: rfc822; ada@example.org',
      'Action: failed',
      'Status: 5.1.1',
      '',
      ' folded',
      '--b1',
      '--b1--',
    ),
    fc.string().map((text) => `Original-Recipient: rfc822; ${text}`),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.boolean(), async (lines, isReport) => {
      const text = lines.join('\n')
      const found = await read(isReport ? report(text) : text)
      const addresses = found.ok ? found.value.map(({ address }) => address) : []
      for (const address of addresses) expect(address).toMatch(/^[^\s<>;]+@[^\s<>@;]+$/)
      if (!found.ok) expect(found.error.code).toBe('no-delivery-report')
    }),
  )
})
