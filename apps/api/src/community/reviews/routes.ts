import { unitId } from '@chorus/contracts/ids'
import {
  moveReview as moveReviewBody,
  openReview,
  reviewPeople,
  review as reviewShape,
  reviews,
  setReviewPeople as setPeopleBody,
} from '@chorus/contracts/reviews'
import { notify } from '@chorus/db/stores/notifications'
import {
  deleteReview,
  insertReview,
  listParticipants,
  listReviews,
  moveReview,
  setReviewPeople,
} from '@chorus/db/stores/reviews'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { describeBrief } from './describe-review.ts'
import { reviewPartRoutes } from './part-routes.ts'
import { mayMove, mayTakeBack, readableReview } from './readable-review.ts'
import { mustBePossible, possiblePeople } from './review-people.ts'
import { showReview } from './show-review.ts'

const reviewAddress = z.object({ review: z.uuid() })

/** Blameless reviews: opened by anybody for a unit of theirs, written together, and shared by who leads them. */
export function reviewRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/reviews',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Reviews that one may read, newest first', response: { 200: reviews } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { readUnits } = await reachOf(office, reader)
      const { organisation, person } = reader
      const rows = await listReviews(office, { organisation, person: person.id, units: readUnits })
      const today = parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
      return reviews.parse({ reviews: rows.map((row) => describeBrief(row, today)) })
    },
  )

  app.get(
    '/api/reviews/people',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Who may lead a review of a unit and take part in it',
        querystring: z.object({ unit: unitId }),
        response: { 200: reviewPeople },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const unit = await unitToReview(reader, request.query.unit)
      return reviewPeople.parse({ people: await possiblePeople(office, reader.organisation, unit.id) })
    },
  )

  app.get(
    '/api/reviews/:review',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'One review', params: reviewAddress, response: { 200: reviewShape } },
    },
    async (request) => showReview(parts, signedInPerson(request), request.params.review),
  )

  app.post(
    '/api/reviews',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Open a review', body: openReview, response: { 201: reviewShape } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const { unit: asked, facilitator, ...basics } = request.body
      const unit = await unitToReview(reader, asked)
      mustBePossible([facilitator], await possiblePeople(office, organisation, unit.id))
      const { title, began, ended, due, language, audience } = basics
      const id = await insertReview(
        office,
        {
          organisation,
          unit: unit.id,
          unitName: unit.name,
          audience,
          state: 'draft',
          openedBy: reader.person.id,
          facilitator,
          title,
          began,
          ended,
          due,
          language,
          opened: parts.now(),
        },
        {
          basics,
          timeline: { moments: [] },
          decisions: { decisions: [] },
          factors: { factors: [] },
          repair: { noticed: null, restored: null, how: '' },
          lessons: { lessons: [] },
        },
      )
      await tell(reader, id, 'asked to take part', [facilitator])
      return reply.code(201).send(await showReview(parts, reader, id))
    },
  )

  app.put(
    '/api/reviews/:review/state',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Move a review on, or take it back',
        params: reviewAddress,
        body: moveReviewBody,
        response: { 200: reviewShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await movable(reader, request.params.review)
      const { state } = request.body
      if (state === 'shared' && row.state === 'draft') throw new ProblemError('review-is-draft')
      if (state !== row.state) {
        await moveReview(office, row, state, state === 'shared' ? parts.now() : null)
        const taking = await listParticipants(office, row)
        await tell(reader, row.id, 'review moved', [
          ...taking.map(({ id }) => id),
          row.openedBy,
          row.facilitator,
        ])
      }
      return showReview(parts, reader, row.id)
    },
  )

  app.put(
    '/api/reviews/:review/people',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say who leads a review and who takes part',
        params: reviewAddress,
        body: setPeopleBody,
        response: { 200: reviewShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await movable(reader, request.params.review)
      const { facilitator, participants } = request.body
      const taking = (await listParticipants(office, row)).map(({ id }) => id)
      const before = [...taking, row.facilitator, row.openedBy]
      const possible = row.unit === null ? [] : await possiblePeople(office, row.organisation, row.unit)
      mustBePossible([facilitator, ...participants], possible, before)
      // Who hands the lead on takes part as before, and reads what comes of it.
      const stays = facilitator === reader.person.id ? [] : [reader.person.id]
      await setReviewPeople(office, row, {
        facilitator,
        participants: [...new Set([...participants, ...stays])].filter((id) => id !== facilitator),
      })
      const asked = [facilitator, ...participants].filter((id) => !before.includes(id))
      await tell(reader, row.id, 'asked to take part', asked)
      return showReview(parts, reader, row.id)
    },
  )

  app.delete(
    '/api/reviews/:review',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a draft back that one opened',
        params: reviewAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const row = await readableReview(office, reader, request.params.review)
      if (!mayTakeBack(reader, row)) throw new ProblemError('not-allowed')
      await deleteReview(office, row)
      return reply.code(204).send(null)
    },
  )

  reviewPartRoutes(app, parts)

  async function movable(reader: SignedIn, id: string) {
    const row = await readableReview(office, reader, id)
    if (!mayMove(reader, row)) throw new ProblemError('not-allowed')
    return row
  }

  async function unitToReview(reader: SignedIn, asked: string) {
    const reach = await reachOf(office, reader)
    const [unit] = await unitChain(office, reader.organisation, asked)
    if (!unit || !reach.reads(unit.id)) throw new ProblemError('unknown-unit')
    return unit
  }

  async function tell(
    { organisation, person: { id: actor } }: SignedIn,
    id: string,
    what: 'asked to take part' | 'review moved',
    people: readonly (string | null)[],
  ): Promise<void> {
    const about = { organisation, kind: 'review', id } as const
    const told = new Set(people.filter((one) => one !== null))
    await notify(
      office,
      [...told].map((person) => ({ person, what, about, actor, at: parts.now() })),
    )
  }
}
