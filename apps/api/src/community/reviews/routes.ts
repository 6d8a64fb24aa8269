import {
  moveReview as moveReviewBody,
  openReview,
  review as reviewShape,
  reviews,
} from '@chorus/contracts/reviews'
import { listParticipants } from '@chorus/db/stores/review-people'
import { deleteReview, insertReview, listReviews, moveReview } from '@chorus/db/stores/reviews'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { reachOf } from '../reach.ts'
import { readableUnit } from '../readable-unit.ts'
import { describeBrief } from './describe-review.ts'
import { reviewPartRoutes } from './part-routes.ts'
import { reviewPeopleRoutes } from './people-routes.ts'
import { mayTakeBack, movableReview, readableReview } from './readable-review.ts'
import { mustBePossible, possiblePeople } from './review-people.ts'
import { showReview } from './show-review.ts'
import { tellOfReview } from './tell-of-review.ts'

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
      const unit = await readableUnit(office, reader, asked)
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
      await tellOfReview(parts, reader, id, 'asked to take part', [facilitator])
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
      const row = await movableReview(office, reader, request.params.review)
      const { state } = request.body
      if (state === 'shared' && row.state === 'draft') throw new ProblemError('review-is-draft')
      if (state !== row.state) {
        await moveReview(office, row, state, state === 'shared' ? parts.now() : null)
        const taking = await listParticipants(office, row)
        await tellOfReview(parts, reader, row.id, 'review moved', [
          ...taking.map(({ id }) => id),
          row.openedBy,
          row.facilitator,
        ])
      }
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

  reviewPeopleRoutes(app, parts)
  reviewPartRoutes(app, parts)
}
