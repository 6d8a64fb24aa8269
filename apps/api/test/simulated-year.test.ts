import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { occurrencesCome } from '../src/jobs/occurrences-come.ts'
import { workOnce } from '../src/jobs/worker.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp } from './support/play-wave.ts'
import { readManifest } from './support/ballot-device.ts'
import { type RunningJobs, runJobs, weekly } from './support/running-jobs.ts'
import { type Mailed, yearCompany, yearMails } from './support/year-company.ts'

const child = fileURLToPath(new URL('./support/close-job-child.ts', import.meta.url))
const hour = 3_600_000
const begin = new Date('2026-03-08T12:00:00Z')
const end = new Date('2027-03-08T06:00:00Z')

/** Two days each: over an opening, over a close, over each clock change with the opening after it, over reminders. */
const outages = ['2026-04-20T06:00:00Z', '2026-05-07T17:00:00Z', '2026-10-24T20:00:00Z', '2026-06-09T20:00:00Z', '2026-03-28T12:00:00Z']
  .map((from) => ({ from: new Date(from), to: new Date(Date.parse(from) + 48 * hour) }))
