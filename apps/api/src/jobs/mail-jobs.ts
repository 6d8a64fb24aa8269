import { readMailState } from '@chorus/db/stores/mailings'
import { plannedWavesOf } from '@chorus/db/stores/planned-waves'
import { findWave } from '@chorus/db/stores/waves'
import { type OrderRefused, orderMailsOfWave } from '../mail/order-mails.ts'
import { orderSubject } from '../mail/order-subject.ts'
import type { Done } from './done.ts'
import type { JobOf, JobParts } from './job.ts'
import { JobFailed } from './job-failed.ts'

/** Orders the invitations to a wave that opened by itself: once, which the account of mailings sees to. */
export function inviteToWave(parts: JobParts, job: JobOf<'mail'>): Promise<Done> {
  return orderOnce(parts, job, 'invitation')
}

/** Orders a round of reminders, unless as many were made as there are to be by now. */
export async function remindOfWave(parts: JobParts, job: JobOf<'remind'>): Promise<Done> {
  const { office } = parts.database
  const [planned] = await plannedWavesOf(office, job.organisation, [job.wave])
  const { mailings } = await readMailState(office, job)
  const made = mailings.filter(({ kind }) => kind === 'reminder').length
  return planned === undefined || made >= planned.rounds ? {} : orderOnce(parts, job, 'reminder')
}

async function orderOnce(
  parts: JobParts,
  job: JobOf<'mail' | 'remind'>,
  kind: 'invitation' | 'reminder',
): Promise<Done> {
  const { database, marks, mail, now } = parts
  const wave = await findWave(database.office, job.organisation, job.wave)
  if (wave === null || mail === null) return {}
  const ordered = await orderMailsOfWave(database, marks, wave, kind, now())
  if (!ordered.ok) {
    if (passing.includes(ordered.error.code)) throw new JobFailed(ordered.error.code)
    return {}
  }
  mail.wake()
  return { event: orderSubject(kind, wave.label, ordered.value.people) }
}

/** Refusals that pass with time, so that it is tried again; the others say that there is nothing to do. */
const passing: readonly OrderRefused['code'][] = ['mails-under-way', 'not-invited-yet']
