import { dropExpiredLinks } from '@chorus/db/stores/sign-in-links'
import { forgetWhatIsDue } from '../organisation/forget-what-is-due.ts'
import type { JobParts } from './job.ts'

/** Done once a day in each organisation, at the first look after midnight UTC; when one fails, all are done again. */
type DailyTask = (parts: JobParts, organisation: string, now: Date) => Promise<void>

/** What belongs in here must do no harm when it is done twice. */
export const dailyTasks: readonly DailyTask[] = [
  ({ database }, organisation, now) => dropExpiredLinks(database.office, organisation, now),
  ({ database }, organisation, now) => forgetWhatIsDue(database.office, organisation, now),
]
