import type { MailTrouble } from '@chorus/contracts/mail'
import { withinOrganisation } from '@chorus/db/organisation-scope'
import { type MailPlace, takeMail } from '@chorus/db/stores/outgoing-mail'
import { organisationsWithMail } from '@chorus/db/stores/whose'
import { VaultError } from '../vault/vault.ts'
import type { MailerParts } from './mailer-parts.ts'
import { marksWithoutReminders } from './reminders.ts'
import { sendWaitingMail } from './send-waiting-mail.ts'
import { lanes } from './transport.ts'
import { Turns } from './turns.ts'

/** Sends what waits: begun once, it looks again by itself until it is stopped. */
export type Mailer = {
  /** There is something new. */
  wake(): void
  /** Why nothing is sent at the moment; null when all is well. */
  trouble(): MailTrouble | null
  /** Ends when the mails under way are noted. */
  stop(): Promise<void>
}

export type MailerPace = {
  /** How often it looks for mails that another process ordered. */
  readonly lookMilliseconds: number
  /** How long it waits after a mail was put off, or the server was in trouble: doubled each time, up to 64 times as long. */
  readonly pauseMilliseconds: number
}

const usualPace: MailerPace = { lookMilliseconds: 5_000, pauseMilliseconds: 15_000 }

export function startMailer(
  parts: MailerParts,
  report: (line: string) => void,
  pace: MailerPace = usualPace,
): Mailer {
  let trouble: MailTrouble | null = null
  let stopped = false
  let failedRounds = 0
  let endPause = () => {}
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run(): Promise<void> {
    while (!stopped) {
      let left = false
      try {
        const round = await sendRound(parts, () => stopped)
        trouble = round.trouble
        left = round.left
      } catch (error) {
        // A database that is away for a moment must not end the sending for good.
        trouble = error instanceof VaultError ? 'key-missing' : trouble
        left = true
        report(error instanceof Error ? `Mails are waiting: ${error.name}` : 'Mails are waiting')
      }
      failedRounds = left ? failedRounds + 1 : 0
      if (stopped) return
      await pause(left ? pace.pauseMilliseconds * 2 ** Math.min(failedRounds - 1, 6) : pace.lookMilliseconds)
    }
  }
  const running = run()
  return {
    // In trouble, what is new waits with the rest.
    wake: () => (failedRounds === 0 ? endPause() : undefined),
    trouble: () => trouble,
    async stop() {
      stopped = true
      endPause()
      await running
    },
  }
}

/** How long it may take until somebody who says so gets no reminder of a round under way any more. */
const rememberedMilliseconds = 30_000

/** Less than a minute at the usual pace of a mail server; looking goes through all that waits. */
const turnsUntilLook = 500

/** How far a round is with the mails of an organisation. */
type Progress = {
  after: MailPlace | null
  /** A lane that asked before another one took a mail may be given it once more. */
  readonly putOff: Set<string>
}

/**
 * Sends each mail whose moment has come at most once, organisations in turns, several at a time, and stops at the first sign that the server
 * takes none.
 * @returns whether mails were put off, and why the server took none
 * @throws what went wrong first, once everything else was tried: one mail, or one organisation, holds up no other
 */
export async function sendRound(
  parts: MailerParts,
  isStopped: () => boolean = () => false,
): Promise<{ left: boolean; trouble: MailTrouble | null }> {
  const wantsNone = rememberWhoWantsNone(parts)
  const turns = new Turns(() => organisationsWithMail(parts.mailer), turnsUntilLook)
  const progress = new Map<string, Progress>()
  const failures: unknown[] = []
  const round: { trouble: MailTrouble | null } = { trouble: null }

  async function sendNextOf(organisation: string): Promise<void> {
    const here = progress.get(organisation) ?? { after: null, putOff: new Set() }
    progress.set(organisation, here)
    const { after } = here
    try {
      const due = { organisation, now: parts.now(), after }
      const taken = await takeMail(parts.mailer, due, async (mail, place) => {
        here.after = furtherOf(here.after, place)
        if (here.putOff.has(mail.id)) return 'untouched'
        const sent = await sendWaitingMail(parts, mail, wantsNone)
        if (typeof sent === 'string' || !('trouble' in sent)) return sent
        round.trouble = sent.trouble
        return 'untouched'
      })
      if (taken === null) turns.leave(organisation)
      if (taken?.outcome === 'later') here.putOff.add(taken.mail.id)
    } catch (error) {
      failures.push(error)
      // No mail was taken: asked again at once, it would fail again.
      if (here.after === after) turns.leave(organisation)
    }
  }

  async function lane(): Promise<void> {
    while (!isStopped() && round.trouble === null) {
      const organisation = await turns.next()
      if (organisation === null) return
      await withinOrganisation(organisation, () => sendNextOf(organisation))
    }
  }
  const lanesDone = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const done of lanesDone) if (done.status === 'rejected') failures.push(done.reason)
  if (failures.length > 0) throw failures[0]
  const anyPutOff = [...progress.values()].some(({ putOff }) => putOff.size > 0)
  return { left: anyPutOff || round.trouble !== null, trouble: round.trouble }
}

/** Lanes are given mails in order, and may learn of it in another one. */
function furtherOf(one: MailPlace | null, other: MailPlace): MailPlace {
  const key = ({ at, id }: MailPlace) => `${at} ${id}`
  return one !== null && key(one) > key(other) ? one : other
}

/** The block of a large organisation is long: it is not opened anew for each mail. */
function rememberWhoWantsNone(parts: MailerParts) {
  const remembered = new Map<string, { until: number; marks: Promise<Set<string>> }>()
  return async (organisation: string, mark: string): Promise<boolean> => {
    let known = remembered.get(organisation)
    if (known === undefined || known.until < Date.now()) {
      known = {
        until: Date.now() + rememberedMilliseconds,
        marks: marksWithoutReminders(parts, organisation),
      }
      remembered.set(organisation, known)
    }
    return (await known.marks).has(mark)
  }
}
