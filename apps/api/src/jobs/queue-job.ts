import type { AddJobFunction } from 'graphile-worker'
import { type Job, subjectOf } from './job.ts'

/** In one programme what closes comes before what opens, and mails come last. */
const priorities: Record<Job['kind'], number> = {
  close: 0,
  seal: 1,
  publish: 2,
  tell: 3,
  open: 4,
  mail: 5,
  remind: 6,
  daily: 7,
}

/** The most that the queue can count: a job never fails for good, and goes on being tried some four times a day. */
const mostTries = 32_767

/**
 * Puts a job into the queue of its programme, in which one runs after the other. The same job is never in there twice: asked for once more,
 * by another process or a minute later, it stays as it is, with its pause after a failure.
 * @param now ends such a pause
 */
export async function queueJob(add: AddJobFunction, one: Job, now: 'in its turn' | 'now'): Promise<void> {
  const place = one.kind === 'daily' ? `organisation:${one.organisation}` : `programme:${one.programme}`
  const occurrence = one.kind === 'open' ? `:${one.occurrence}` : ''
  await add(one.kind, one, {
    jobKey: `${one.kind}:${subjectOf(one)}${occurrence}`,
    jobKeyMode: now === 'now' ? 'replace' : 'unsafe_dedupe',
    queueName: place,
    priority: priorities[one.kind],
    maxAttempts: mostTries,
  })
}

/** However many processes ask for it, one plan is made at a time. */
export async function queuePlan(add: AddJobFunction): Promise<void> {
  await add('plan', {}, { jobKey: 'plan', queueName: 'plan', maxAttempts: 1 })
}
