import {
  addReviewAction,
  lessonPlace,
  type ReviewPart,
  reviewNames,
  reviewPart,
  review as reviewShape,
  writePart,
} from '@chorus/contracts/reviews'
import { insertAction } from '@chorus/db/stores/actions'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { insertLesson } from '@chorus/db/stores/lessons'
import { listReviewLessons } from '@chorus/db/stores/review-outcomes'
import { listParts, updatePart } from '@chorus/db/stores/review-parts'
import { listNames } from '@chorus/db/stores/review-people'
import type { ReviewRow } from '@chorus/db/stores/reviews'
import { z } from 'zod'
import { signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { ownerToWrite } from '../actions/written-fields.ts'
import { partsOf, revisionOf, withoutGone } from './describe-review.ts'
import { namesInParts } from './names-in-parts.ts'
import { writableReview } from './readable-review.ts'
import { showReview } from './show-review.ts'
import { toKeep } from './to-keep.ts'

const reviewAddress = z.object({ review: z.uuid() })

/** What those who take part write: the parts of a review, and what comes of it. */
export function reviewPartRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  for (const part of reviewPart.options)
    app.put(
      `/api/reviews/:review/parts/${part}`,
      {
        config: { permission: ['employee'] },
        schema: {
          summary: `Write a part of a review: ${part}`,
          params: reviewAddress,
          body: writePart[part],
          response: { 200: reviewShape },
        },
      },
      async (request) => {
        const reader = signedInPerson(request)
        const row = await writableReview(office, reader, request.params.review)
        if (row.state === 'shared') throw new ProblemError('review-is-shared')
        await write(row, part, request.body.content, request.body.revision)
        return showReview(parts, reader, row.id)
      },
    )

  app.get(
    '/api/reviews/:review/names',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Names of people that stand in a review',
        params: reviewAddress,
        response: { 200: reviewNames },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await writableReview(office, reader, request.params.review)
      const [written, names] = await Promise.all([
        listParts(office, row),
        listNames(office, reader.organisation),
      ])
      return reviewNames.parse({ names: namesInParts(written, names) })
    },
  )

  app.post(
    '/api/reviews/:review/lessons/:place/moment',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Make a learning moment of what was learned',
        params: reviewAddress.extend({ place: lessonPlace }),
        response: { 201: reviewShape },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const row = await writableReview(office, reader, request.params.review)
      const written = await listParts(office, row)
      const moments = new Set(await listReviewLessons(office, row))
      const { basics, lessons } = withoutGone(partsOf(written), moments)
      const { place } = request.params
      const learned = lessons.lessons[place]
      if (row.state !== 'shared' || row.unit === null || !learned || learned.lesson !== null)
        throw new ProblemError('not-allowed')
      const lesson = await insertLesson(office, {
        organisation: row.organisation,
        unit: row.unit,
        unitName: row.unitName,
        audience: row.audience,
        author: reader.person.id,
        review: row.id,
        kind: 'went wrong',
        title: basics.title,
        happened: basics.about || basics.title,
        learned: learned.text,
        now: '',
        tags: [],
        goal: '',
        language: basics.language,
        leadersOwn: false,
        at: parts.now(),
      })
      const linked = lessons.lessons.map((one, at) => (at === place ? { ...one, lesson } : one))
      await write(row, 'lessons', { lessons: linked }, revisionOf(written, 'lessons'))
      return reply.code(201).send(await showReview(parts, reader, row.id))
    },
  )

  app.post(
    '/api/reviews/:review/actions',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Add an action to the unit of a review',
        params: reviewAddress,
        body: addReviewAction,
        response: { 201: reviewShape },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const row = await writableReview(office, reader, request.params.review)
      const { organisation, unit } = row
      if (unit === null) throw new ProblemError('unknown-unit')
      const { title, owner, due } = request.body
      const today = parts.now().toISOString().slice(0, 'yyyy-mm-dd'.length)
      await insertAction(office, {
        organisation,
        unit,
        ...(await ownerToWrite(parts, { organisation, unit }, owner)),
        title,
        cause: { kind: 'review', id: row.id, title: row.title },
        due,
        state: 'planned',
        notes: [],
        changed: today,
        added: today,
      })
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: reader.person.name,
        action: 'action added',
        subject: `${row.unitName}: ${title}`,
      })
      return reply.code(201).send(await showReview(parts, reader, row.id))
    },
  )

  async function write(row: ReviewRow, part: ReviewPart, content: unknown, revision: number): Promise<void> {
    const kept = toKeep(part, content)
    const written = await updatePart(office, row, { part, content: kept.content, revision }, kept.columns)
    if (!written) throw new ProblemError('section-changed')
  }
}
