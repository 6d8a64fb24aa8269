import { unitId } from '@chorus/contracts/ids'
import {
  reviewPeople,
  review as reviewShape,
  setReviewPeople as setPeopleBody,
} from '@chorus/contracts/reviews'
import { listParticipants, setReviewPeople } from '@chorus/db/stores/review-people'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { readableUnit } from '../readable-unit.ts'
import { movableReview } from './readable-review.ts'
import { mustBePossible, possiblePeople } from './review-people.ts'
import { showReview } from './show-review.ts'
import { tellOfReview } from './tell-of-review.ts'

/** Who leads a review and who takes part in it. */
export function reviewPeopleRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

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
      const unit = await readableUnit(office, reader, request.query.unit)
      return reviewPeople.parse({ people: await possiblePeople(office, reader.organisation, unit.id) })
    },
  )

  app.put(
    '/api/reviews/:review/people',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Say who leads a review and who takes part',
        params: z.object({ review: z.uuid() }),
        body: setPeopleBody,
        response: { 200: reviewShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await movableReview(office, reader, request.params.review)
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
      await tellOfReview(parts, reader, row.id, 'asked to take part', asked)
      return showReview(parts, reader, row.id)
    },
  )
}
