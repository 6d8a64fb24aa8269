import { changedInTheOpen } from './changed-in-the-open.ts'

const takesAway = 'takes something away at once and gives nobody any power'
const decides = 'is where the second person decides, or who proposed takes back'
const begins = 'begins something of its own that nobody was promised anything about; it is noted'
const oneWave =
  'concerns one wave, under the rules of its programme; what it asks and until when is in its manifest'
const people =
  'concerns people and units, not rules; only who watches over the rules is guarded (`rights.test.ts`)'
const mails = 'concerns when and where mails and posts of counts go; a wave keeps to whom it reminds'
const drafts = 'concerns a draft, or a finished version that no programme asks by itself'
const own = 'concerns the person’s own sign-in, wishes, receipts or tokens'
const talk = 'concerns what a unit does, says or reads about results that were released'
const often =
  'bounds how often everybody is asked, whatever a rhythm says; noted, and no rule of what is shown'
const trial = 'tries or shows something and changes nothing'

/** Every other route that changes something, and why one person alone may use it. A new route is added here, or among the guarded ones of second-person.test.ts. */
export const exceptions: Readonly<Record<string, string>> = {
  'DELETE /api/sign-in-settings/provider': takesAway,
  'DELETE /api/scim/tokens/{token}': takesAway,
  'POST /api/rule-changes/{change}/decision': decides,
  'DELETE /api/rule-changes/{change}': decides,
  'POST /api/programmes': begins,
  'POST /api/set-up/start': begins,
  'POST /api/first-start': begins,
  'PUT /api/set-up': drafts,
  'POST /api/set-up/plan': trial,
  'POST /api/programmes/{programme}/policy/preview': trial,
  'POST /api/programmes/{programme}/history/preview': trial,
  'POST /api/programmes/{programme}/history': oneWave,
  'POST /api/programmes/{programme}/waves': oneWave,
  'POST /api/waves/{wave}/close': oneWave,
  'POST /api/waves/{wave}/publish': oneWave,
  'POST /api/waves/{wave}/paper/{cohort}/sheets': oneWave,
  'POST /api/waves/{wave}/paper/{cohort}/handed-out': oneWave,
  'POST /api/waves/{wave}/mails': oneWave,
  'POST /api/jobs/again': oneWave,
  'PUT /api/pulse-limit': often,
  'POST /api/instruments': drafts,
  'POST /api/instruments/file': drafts,
  'POST /api/instruments/{instrument}/draft': drafts,
  'PUT /api/instruments/{instrument}/draft': drafts,
  'DELETE /api/instruments/{instrument}/draft': drafts,
  'POST /api/instruments/{instrument}/final': drafts,
  'PUT /api/rights/{person}': people,
  'POST /api/people': people,
  'PUT /api/people/{person}': people,
  'POST /api/people/{person}/leave': people,
  'POST /api/people/{person}/return': people,
  'PUT /api/scim/cuts': people,
  'POST /api/units': people,
  'PATCH /api/units/{unit}': people,
  'DELETE /api/units/{unit}': people,
  'POST /api/units/{unit}/join': people,
  'POST /api/organisation/import': people,
  'DELETE /api/organisation/import/{import}': people,
  'POST /api/organisation/import/{import}/preview': people,
  'POST /api/organisation/import/{import}/confirm': people,
  'POST /api/organisation/import/undo': people,
  'POST /api/organisation/unit-changes': people,
  'DELETE /api/organisation/unit-changes/{change}': people,
  'PUT /api/organisation/erasing': people,
  'POST /api/sessions/end': people,
  'POST /api/delegations': people,
  'DELETE /api/delegations/{delegation}': people,
  'PUT /api/mail-settings': mails,
  'POST /api/mail/bounces': mails,
  'POST /api/mail/bounce-secret': mails,
  'DELETE /api/mail/bounce-secret': mails,
  'POST /api/channels': mails,
  'DELETE /api/channels/{channel}': mails,
  'POST /api/channels/{channel}/trial': mails,
  'POST /api/session': own,
  'DELETE /api/session': own,
  'POST /api/session/link': own,
  'POST /api/sign-in/providers': own,
  'POST /api/session/password': own,
  'DELETE /api/my/sessions': own,
  'DELETE /api/my/sessions/{session}': own,
  'POST /api/my/password/begin': own,
  'PUT /api/my/password': own,
  'POST /api/my/password/remove': own,
  'PUT /api/my/quiet-hours': own,
  'PUT /api/my/reminders': own,
  'PUT /api/reminders/{token}': own,
  'POST /reminders/{token}': own,
  'POST /api/tokens': own,
  'DELETE /api/tokens/{token}': own,
  'POST /w/{wave}/ballot': own,
  'POST /w/{wave}/sheet': own,
  'POST /w/{wave}/sheet-ballot': own,
  'POST /u/{wave}/send': own,
  'POST /u/{wave}/reply': own,
  'POST /api/actions': talk,
  'PATCH /api/actions/{action}': talk,
  'POST /api/reports/comments/{comment}/answers': talk,
  ...changedInTheOpen,
}
