import { auditAction } from '@chorus/contracts/trust'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
let hr: string

beforeAll(async () => {
  running = await releasedCompany(1)
  hr = await running.signIn('hr@test.example')
})

afterAll(() => running.stop())

const answering = 'not: of answering, and of signing in to answer, nothing is ever noted'
const own =
  'not: what somebody reads of the own data, or may read without any role, is nobody else’s business'
const rules = 'not: rules, names and counts of people, and no result'
const wish = 'not: who wants which mails, and when, is kept from HR, and so from the trail'
const loop = 'not: written in the open under a name; the trail does not count who learns aloud'
const concern = 'not: that a concern is raised, read or answered would say that there is one'
const between = 'not: between two people, and nobody else’s business'
const trial = 'not: it tries or shows something and changes nothing'
const draft = 'not: a draft that nobody is asked; what becomes of it is noted'

/** What each route notes in the audit trail, or why it notes nothing. A new route is added here, or the first test fails. */
const noted: Readonly<Record<string, string>> = {
  'POST /api/session': answering,
  'GET /api/session': answering,
  'DELETE /api/session': answering,
  'GET /api/session/link': answering,
  'POST /api/session/link': answering,
  'GET /api/my/invitations': answering,
  'GET /api/my/stored': answering,
  'GET /api/my/commented-waves': answering,
  'GET /w/{wave}/manifest': answering,
  'GET /w/{wave}/closed/{cohort}': answering,
  'POST /w/{wave}/ballot': answering,
  'POST /w/{wave}/sheet': answering,
  'POST /w/{wave}/sheet-ballot': answering,
  'POST /u/{wave}/send': answering,
  'POST /u/{wave}/reply': answering,
  'GET /w/{wave}/comment-answers': answering,
  'GET /api/my/concern-month': concern,
  'POST /api/my/concern-tickets': concern,
  'GET /w/concerns/{organisation}/month': concern,
  'GET /w/concerns/{organisation}/answers': concern,
  'POST /u/concerns/{organisation}': concern,
  'POST /u/concerns/{organisation}/reply': concern,
  'GET /api/concerns': concern,
  'POST /api/concerns/{concern}/read': concern,
  'POST /api/concerns/{concern}/answers': concern,
  'GET /api/trusted-persons': own,
  'POST /api/trusted-persons': 'trusted person named',
  'DELETE /api/trusted-persons/{trusted}': 'trusted person dismissed',
  'PUT /api/concern-settings': 'concern settings changed',
  'GET /api/my/reminders': wish,
  'PUT /api/my/reminders': wish,
  'GET /api/reminders/{token}': wish,
  'PUT /api/reminders/{token}': wish,
  'POST /reminders/{token}': wish,
  'GET /api/reports/mine': own,
  'GET /api/tokens': own,
  'GET /api/actions': own,
  'GET /api/actions/board': own,
  'GET /api/actions/{action}': own,
  'GET /api/experiments': own,
  'GET /api/experiments/choices': rules,
  'GET /api/experiments/{experiment}':
    'not: a plan and its state; figures that somebody reads by a role are noted as a report (experiments.test.ts)',
  'POST /api/experiments': loop,
  'PUT /api/experiments/{experiment}': loop,
  'DELETE /api/experiments/{experiment}': loop,
  'POST /api/experiments/{experiment}/amendments': loop,
  'PUT /api/experiments/{experiment}/lesson': loop,
  'GET /api/lessons': own,
  'GET /api/lessons/{lesson}': own,
  'GET /api/community/{kind}/{id}/thread': own,
  'GET /api/lessons/filters': own,
  'PUT /api/followed-tags/{tag}': own,
  'GET /api/welcome': own,
  'PUT /api/welcome/finished': own,
  'PUT /api/lessons/{lesson}/good-example': 'good example chosen',
  'POST /api/lessons': loop,
  'PUT /api/lessons/{lesson}': loop,
  'DELETE /api/lessons/{lesson}': loop,
  'POST /api/community/{kind}/{id}/replies': loop,
  'PATCH /api/community/{kind}/{id}/replies/{reply}': loop,
  'DELETE /api/community/{kind}/{id}/replies/{reply}': loop,
  'PUT /api/community/{kind}/{id}/reactions/{reaction}': loop,
  'GET /api/community/people': own,
  'GET /api/community/people/names': own,
  'GET /api/my/notifications': own,
  'GET /api/my/notifications/unseen': own,
  'POST /api/my/notifications/seen': own,
  'GET /api/my/notification-wishes': wish,
  'PUT /api/my/notification-wishes/{what}': wish,
  'GET /api/my/written': own,
  'DELETE /api/my/written/{kind}/{id}': loop,
  'POST /api/community/moderation/{kind}/{id}/reports': 'not: who reported something is told to nobody',
  'POST /api/community/moderation/{kind}/{id}/appeal': loop,
  'GET /api/moderation': 'not: texts that stand in the open; what is decided on them is noted',
  'GET /api/moderation/waiting': 'not: a number of what waits',
  'PUT /api/moderation/{kind}/{id}': 'text hidden',
  'POST /api/moderation/{kind}/{id}/redactions': 'text blacked out',
  'GET /api/community/export': 'learning exported',
  'GET /api/reviews': own,
  'GET /api/reviews/people': rules,
  'POST /api/reviews': loop,
  'GET /api/reviews/{review}': own,
  'DELETE /api/reviews/{review}': loop,
  'PUT /api/reviews/{review}/state': loop,
  'PUT /api/reviews/{review}/people': loop,
  'GET /api/reviews/{review}/names': own,
  'POST /api/reviews/{review}/actions': 'action added',
  'POST /api/reviews/{review}/lessons/{place}/moment': loop,
  'PUT /api/reviews/{review}/parts/basics': loop,
  'PUT /api/reviews/{review}/parts/timeline': loop,
  'PUT /api/reviews/{review}/parts/decisions': loop,
  'PUT /api/reviews/{review}/parts/factors': loop,
  'PUT /api/reviews/{review}/parts/repair': loop,
  'PUT /api/reviews/{review}/parts/lessons': loop,
  'GET /api/reflections': own,
  'GET /api/reflections/units': own,
  'GET /api/reflections/{session}': own,
  'PUT /api/reflections/units/{unit}': loop,
  'POST /api/reflections': loop,
  'POST /api/reflections/{session}/open': loop,
  'PUT /api/reflections/{session}/summary': loop,
  'POST /api/reflections/{session}/posts': loop,
  'PATCH /api/reflections/{session}/posts/{post}': loop,
  'DELETE /api/reflections/{session}/posts/{post}': loop,
  'GET /api/agreements': own,
  'GET /api/agreements/units': own,
  'POST /api/agreements': loop,
  'PUT /api/agreements/{version}/signature': loop,
  'POST /api/agreements/{version}/decision': 'agreement put in force',
  'GET /api/recognitions': own,
  'GET /api/recognitions/teams': rules,
  'GET /api/recognitions/{recognition}': own,
  'POST /api/recognitions': loop,
  'DELETE /api/recognitions/{recognition}': loop,
  'DELETE /api/recognitions/{recognition}/me': loop,
  'GET /api/my/feedback': between,
  'POST /api/feedback': between,
  'POST /api/feedback/{feedback}/read': between,
  'PATCH /api/feedback/{feedback}': between,
  'DELETE /api/feedback/{feedback}': between,
  'POST /api/feedback/requests': between,
  'POST /api/feedback/requests/{request}/decline': between,
  'DELETE /api/feedback/requests/{request}': between,
  'GET /api/learning-loop': own,
  'GET /api/learning-measures': own,
  'GET /api/readiness': own,
  'POST /api/readiness': loop,
  'PUT /api/readiness/{topic}/me': loop,
  'DELETE /api/readiness/{topic}': loop,
  'GET /api/community/export/units': 'not: names of units that one works for',
  'GET /api/openapi.json': own,
  'GET /api/actions/owners': rules,
  'GET /api/organisation': rules,
  'GET /api/programmes': rules,
  'GET /api/programmes/{programme}/cohorts': rules,
  'GET /api/programmes/{programme}/history/progress': rules,
  'GET /api/waves/{wave}/paper': rules,
  'GET /api/waves/{wave}/mails': rules,
  'GET /api/waves/{wave}/poster': rules,
  'GET /api/policy': rules,
  'GET /api/reports/units': 'not: a list of units; each report that is opened is noted',
  'GET /api/reports/units/{unit}/conversations': 'not: what the own office wrote, and the replies to it',
  'POST /api/programmes/{programme}/history/preview':
    'not: it changes nothing, and reads the file that was sent',
  'GET /api/audit-trail': 'not: to look whether anything was noted is no event; taking it along is',
  'POST /api/programmes': 'programme created',
  'POST /api/programmes/{programme}/waves': 'wave opened',
  'POST /api/programmes/{programme}/history': 'history imported',
  'POST /api/waves/{wave}/paper/{cohort}/sheets': 'sheets printed',
  'POST /api/waves/{wave}/paper/{cohort}/handed-out': 'sheets handed out',
  'POST /api/waves/{wave}/mails': 'invitations sent',
  'POST /api/waves/{wave}/close': 'wave closed',
  'POST /api/waves/{wave}/publish': 'wave published',
  'GET /api/reports/units/{unit}': 'report read',
  'GET /api/reports/units/{unit}/comments': 'comments read',
  'POST /api/reports/comments/{comment}/answers': 'comment answered',
  'GET /api/reports/organisation': 'report read',
  'GET /api/reports/heatmap': 'report read',
  'GET /api/reports/map': 'report read',
  'GET /api/reports/overview': 'report read',
  'GET /api/reports/benchmark': 'report read',
  'GET /api/reports/summary.csv': 'summary exported',
  'GET /api/reports/codebook.csv': 'codebook exported',
  'GET /api/reports/report.xlsx': 'workbook exported',
  'GET /api/reports/comments.csv': 'comments exported',
  'GET /api/audit-trail.jsonl': 'trail exported',
  'GET /api/audit-trail.csv': 'trail exported',
  'POST /api/tokens': 'token made',
  'DELETE /api/tokens/{token}': 'token revoked',
  'POST /api/actions': 'action added',
  'PATCH /api/actions/{action}': 'action changed',
  'GET /api/my/sessions': own,
  'DELETE /api/my/sessions': own,
  'DELETE /api/my/sessions/{session}': own,
  'GET /api/my/password': own,
  'POST /api/my/password/begin': own,
  'GET /api/my/readers': own,
  'GET /api/my/quiet-hours': own,
  'GET /api/rule-changes': own,
  'POST /api/session/password': answering,
  'GET /api/first-start': own,
  'POST /api/first-start': 'organisation set up',
  'GET /api/sign-in/providers': answering,
  'POST /api/sign-in/providers': answering,
  'GET /api/sign-in/providers/{organisation}': answering,
  'GET /api/sign-in/callback': answering,
  'PUT /api/my/quiet-hours': wish,
  'GET /api/sign-in-settings': rules,
  'GET /api/organisation/import': rules,
  'GET /api/organisation/import/{import}/differences': rules,
  'GET /api/organisation/import/progress': rules,
  'GET /api/organisation/import/{import}/units': rules,
  'GET /api/organisation/unit-changes': rules,
  'GET /api/organisation/erasing': rules,
  'GET /api/people': rules,
  'GET /api/scim': rules,
  'GET /api/scim/cuts': rules,
  'GET /api/instruments': rules,
  'GET /api/instruments/{instrument}/{version}': rules,
  'GET /api/programmes/{programme}/rhythm': rules,
  'GET /api/pulse-limit': rules,
  'GET /api/set-up': rules,
  'GET /api/set-up/instruments': rules,
  'GET /api/set-up/preview': rules,
  'GET /api/set-up/invitation': rules,
  'GET /api/set-up/answer-page': rules,
  'GET /api/jobs': rules,
  'GET /api/mail-settings': rules,
  'GET /api/mail/bounce-secret': rules,
  'GET /api/channels': rules,
  'GET /api/rights': rules,
  'GET /api/colleagues': rules,
  'GET /api/delegations': rules,
  'GET /api/sign-in-settings/try': trial,
  'GET /api/sign-in-settings/tried': trial,
  'POST /api/channels/{channel}/trial': trial,
  'POST /api/set-up/plan': trial,
  'POST /api/programmes/{programme}/policy/preview': trial,
  'POST /api/organisation/import/{import}/preview': trial,
  'DELETE /api/organisation/import/{import}': trial,
  'POST /api/organisation/import': trial,
  'POST /api/instruments': draft,
  'POST /api/instruments/{instrument}/draft': draft,
  'PUT /api/instruments/{instrument}/draft': draft,
  'PUT /api/set-up': draft,
  'POST /api/mail/bounces': wish,
  'POST /api/sessions/end': 'sessions of somebody ended',
  'PUT /api/my/password': 'administrator password set',
  'POST /api/my/password/remove': 'administrator password removed',
  'PUT /api/sign-in-settings/provider': 'sign-in provider set',
  'DELETE /api/sign-in-settings/provider': 'sign-in provider removed',
  'POST /api/organisation/import/{import}/confirm': 'organisation imported',
  'POST /api/organisation/import/undo': 'import undone',
  'POST /api/organisation/unit-changes': 'unit change noted',
  'DELETE /api/organisation/unit-changes/{change}': 'unit change removed',
  'PUT /api/organisation/erasing': 'erasing changed',
  'POST /api/people': 'person added',
  'PUT /api/people/{person}': 'person changed',
  'POST /api/people/{person}/leave': 'person left',
  'POST /api/people/{person}/return': 'person returned',
  'POST /api/units': 'unit added',
  'PATCH /api/units/{unit}': 'unit changed',
  'DELETE /api/units/{unit}': 'unit closed',
  'POST /api/units/{unit}/join': 'unit closed',
  'POST /api/scim/tokens': 'scim token made',
  'POST /api/scim/tokens/{token}/rotate': 'scim token rotated',
  'DELETE /api/scim/tokens/{token}': 'scim token revoked',
  'PUT /api/scim/settings': 'scim settings changed',
  'PUT /api/scim/cuts': 'scim cuts changed',
  'PUT /api/programmes/{programme}/instrument': 'programme instrument changed',
  'PUT /api/programmes/{programme}/reminders': 'reminder rule changed',
  'POST /api/instruments/file': 'instrument imported',
  'GET /api/instruments/{instrument}/{version}/file.{ending}': 'instrument exported',
  'DELETE /api/instruments/{instrument}/draft': 'instrument draft dropped',
  'POST /api/instruments/{instrument}/final': 'instrument finished',
  'PATCH /api/programmes/{programme}/rhythm': 'rhythm changed',
  'PUT /api/pulse-limit': 'pulse limit changed',
  'POST /api/set-up/start': 'programme created',
  'POST /api/jobs/again': 'job tried again',
  'PUT /api/mail-settings': 'mail settings changed',
  'POST /api/mail/bounce-secret': 'bounce secret made',
  'DELETE /api/mail/bounce-secret': 'bounce secret removed',
  'POST /api/channels': 'channel added',
  'DELETE /api/channels/{channel}': 'channel removed',
  'PATCH /api/programmes/{programme}/policy': 'rule change proposed',
  'PUT /api/second-person': 'rule changed',
  'POST /api/rule-changes/{change}/decision': 'rule change agreed',
  'DELETE /api/rule-changes/{change}': 'rule change withdrawn',
  'PUT /api/rights/{person}': 'rights changed',
  'POST /api/delegations': 'stand-in named',
  'DELETE /api/delegations/{delegation}': 'stand-in ended',
}

const newest = async () => {
  const trail = await running.app.inject({ url: '/api/audit-trail', headers: { cookie: hr } })
  const { events } = trail.json()
  return events[0]
}

test('each route notes something, or says why it does not', async () => {
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const described = Object.entries<Record<string, unknown>>(description.paths)
    .flatMap(([path, operations]) => Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`))
    .filter((operation) => !operation.startsWith('HEAD'))
  expect(Object.keys(noted).sort()).toEqual(described.sort())
  for (const what of Object.values(noted))
    if (!what.startsWith('not: ')) expect(auditAction.options).toContain(what)
})

// A questionnaire has to be written first: `instruments.test.ts` exports one.
const reads = Object.entries(noted).filter(
  ([route]) => route.startsWith('GET ') && !route.includes('{instrument}'),
)

test.each(reads.filter(([, what]) => !what.startsWith('not: ')))(
  '%s notes "%s" and by whom, before anything is answered',
  async (route, what) => {
    const before = (await newest())?.number ?? 0
    const url = route.replace('GET ', '').replace('{unit}', 'left')
    const answer = await running.app.inject({ url, headers: { cookie: hr } })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(await newest()).toMatchObject({ number: before + 1, action: what, actor: 'Hanna HR' })
  },
)

test('what notes nothing adds nothing, whoever asks and whatever the answer', async () => {
  const { wave } = await openWaveOverHttp(running, hr)
  const before = (await newest()).number
  const silent = reads.filter(([, what]) => what.startsWith('not: '))
  for (const [route] of silent) {
    const url = route
      .replace('GET ', '')
      .replace('{wave}', wave)
      .replace('{programme}', running.programme)
      .replace(/\{\w+\}/g, 'left')
    for (const email of ['hr@test.example', 'somebody@test.example'])
      await running.app.inject({ url, headers: { cookie: await running.signIn(email) } })
  }
  expect((await newest()).number).toBe(before)
})
