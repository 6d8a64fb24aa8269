import { dropExpiredLinks } from '@chorus/db/stores/sign-in-links'
import { forgetOldCommunity } from '../community/forget-old.ts'
import { erasePosts } from '../community/reflections/erase-posts.ts'
import { eraseConcerns } from '../concerns/erase-concerns.ts'
import { mailConcerns } from '../concerns/mail-concerns.ts'
import { mailActions } from '../mail/mail-actions.ts'
import { mailDigests } from '../mail/mail-digests.ts'
import { forgetWhatIsDue } from '../organisation/forget-what-is-due.ts'
import { tellScimDay } from '../scim/unit-day.ts'
import type { JobParts } from './job.ts'

/** Done once a day in each organisation, at the first look after midnight UTC; when one fails, all are done again. */
type DailyTask = (parts: JobParts, organisation: string, now: Date) => Promise<void>

/** What belongs in here must do no harm when it is done twice. */
export const dailyTasks: readonly DailyTask[] = [
  ({ database }, organisation, now) => dropExpiredLinks(database.office, organisation, now),
  async ({ mail, ...parts }, organisation, now) => {
    if (mail !== null && (await mailActions(parts, organisation, now)) !== null) mail.wake()
  },
  ({ database }, organisation, now) =>
    database.office.transaction((tx) =>
      tellScimDay(tx, organisation, now.toISOString().slice(0, 'yyyy-mm-dd'.length)),
    ),
  async ({ mail, database }, organisation, now) => {
    if (mail !== null && (await mailConcerns(database.office, organisation, now)) > 0) mail.wake()
  },
  eraseConcerns,
  async ({ mail, ...parts }, organisation, now) => {
    if (mail !== null && (await mailDigests(parts, organisation, now)) !== null) mail.wake()
  },
  ({ database }, organisation, now) => erasePosts(database.office, organisation, now),
  ({ database }, organisation, now) => forgetOldCommunity(database.office, organisation, now),
  ({ database }, organisation, now) => forgetWhatIsDue(database.office, organisation, now),
]
