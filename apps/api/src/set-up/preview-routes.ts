import { typicalSpread } from '@chorus/anonymity/typical-spread'
import { present } from '@chorus/basics/assert'
import { locales } from '@chorus/contracts/locale'
import { planAnswer, planRequest, setUpPreview } from '@chorus/contracts/set-up'
import { longestAnswering } from '@chorus/instruments/answering-time'
import { wavesUntilReturn } from '@chorus/instruments/rotation'
import { blocksOf } from '@chorus/instruments/score'
import { expectedPrecision } from '@chorus/reporting/expected-precision'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { planAhead } from '../programmes/plan-ahead.ts'
import { releasesReader } from '../stages/report/releases-reader.ts'
import { answerPageDrawing } from './answer-page.ts'
import { chosenInstrument, completeDraft } from './complete-draft.ts'
import { groupsOf } from './groups.ts'
import { invitationPage } from './invitation-page.ts'

const shownAhead = 6
const inLanguage = z.object({ lang: z.enum(locales).default('en') })

/** Only this: no script, nothing sent, nothing from elsewhere; and only our own pages may show it in a frame. */
const onlyToLookAt =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'none'; frame-ancestors 'self'"

/** What would happen, before anything is sent. */
export function setUpPreviewRoutes(app: App, parts: Parts): void {
  const { office, reporter } = parts.database
  const drawAnswerPage = answerPageDrawing(parts.webFolder)

  app.post(
    '/api/set-up/plan',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The next waves that a rhythm would open, and what each would ask',
        body: planRequest,
        response: { 200: planAnswer },
      },
    },
    async (request) => {
      const { rhythm, rotation } = request.body
      const instrument = await chosenInstrument(
        office,
        signedInPerson(request).organisation,
        request.body.instrument,
      )
      return {
        next: planAhead({ instrument, rhythm, rotation }, 0, parts.now(), shownAhead),
        returnsWithin: wavesUntilReturn(instrument, rotation),
        longestAnswering,
      }
    },
  )

  app.get(
    '/api/set-up/preview',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The groups of the draft, and how sure their means will be at an expected participation',
        querystring: z.object({ participation: z.coerce.number().min(0.1).max(1).default(0.7) }),
        response: { 200: setUpPreview },
      },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const { instrument, policy } = await completeDraft(office, organisation)
      const scale = present(
        instrument.scales.find(({ role }) => role === 'core') ?? instrument.scales[0],
        'a scale of the instrument',
      )
      const measure = present(blocksOf([scale])[0]?.measures[0], 'the measure of a scale')
      const released = (await releasesReader(reporter)(organisation)).at(-1)?.summary.spread ?? {}
      const spread = typicalSpread(released, measure)
      const known = { min: measure.min, max: measure.max, spread, minimum: policy.k }
      const groups = await groupsOf(office, organisation, policy.k)
      return {
        k: policy.k,
        measure: { name: scale.name, spread, released: measure.id in released },
        groups: groups.map(({ group: { label, kind, size }, units }) => ({
          label,
          kind,
          units,
          people: size,
          ...expectedPrecision(size, request.query.participation, known),
        })),
      }
    },
  )

  app.get(
    '/api/set-up/invitation',
    {
      config: { permission: ['hr'] },
      schema: { summary: 'The invitation of the draft, as a page to look at', querystring: inLanguage },
    },
    async (request, reply) => {
      const { organisation, organisationName } = signedInPerson(request)
      const draft = await completeDraft(office, organisation)
      const page = invitationPage(draft, {
        organisation: organisationName,
        language: request.query.lang,
        address: parts.mail?.address ?? `${request.protocol}://${request.host}`,
        now: parts.now(),
      })
      return reply.header('content-security-policy', onlyToLookAt).type('text/html; charset=utf-8').send(page)
    },
  )

  app.get(
    '/api/set-up/answer-page',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'The first page that an employee answers, as a page to look at',
        querystring: inLanguage,
      },
    },
    async (request, reply) => {
      const draft = await completeDraft(office, signedInPerson(request).organisation)
      const page = await drawAnswerPage(draft, request.query.lang, parts.now())
      if (page === null) throw new ProblemError('not-found')
      return reply.header('content-security-policy', onlyToLookAt).type('text/html; charset=utf-8').send(page)
    },
  )
}
