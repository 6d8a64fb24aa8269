import {
  lesson as lessonShape,
  lessons,
  lessonsQuery,
  setOn,
  type WriteLesson,
  wholeLesson,
  writeLesson,
} from '@chorus/contracts/lessons'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import {
  deleteLesson,
  findLesson,
  insertLesson,
  type LessonRow,
  setGoodExample,
  updateLesson,
} from '@chorus/db/stores/lessons'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { z } from 'zod'
import { rolesOf, type SignedIn, signedInPerson } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { tellMentioned } from '../mentions.ts'
import { reachOf } from '../reach.ts'
import { readableSubject, subjectFor } from '../subjects.ts'
import { describeLesson } from './describe-lesson.ts'
import { lessonReader } from './lesson-reader.ts'
import { listLessons } from './list-lessons.ts'

const lessonAddress = z.object({ lesson: z.uuid() })

/** Learning moments: told by anybody, read by everybody or by the unit. */
export function lessonRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/lessons',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Learning moments, newest first; with words, best first',
        querystring: lessonsQuery,
        response: { 200: lessons },
      },
    },
    async (request) =>
      listLessons(office, await lessonReader(office, signedInPerson(request)), request.query),
  )

  app.get(
    '/api/lessons/:lesson',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'One learning moment', params: lessonAddress, response: { 200: wholeLesson } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const row = await readable(reader, request.params.lesson)
      const mayChoose = (await reachOf(office, reader)).keeps(row.unit)
      const review = row.review && (await subjectFor(office, reader, 'review', row.review))
      const from = review ? { id: review.id, title: review.title } : null
      return wholeLesson.parse({ ...describeLesson(row, reader.person.id), mayChoose, from })
    },
  )

  app.post(
    '/api/lessons',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'Tell a learning moment', body: writeLesson, response: { 201: lessonShape } },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const id = await insertLesson(office, {
        organisation: reader.organisation,
        author: reader.person.id,
        at: parts.now(),
        ...(await toWrite(reader, request.body)),
        review: request.body.review ?? null,
      })
      await tellOf(reader, id, request.body)
      return reply
        .code(201)
        .send(lessonShape.parse(describeLesson(await readable(reader, id), reader.person.id)))
    },
  )

  app.put(
    '/api/lessons/:lesson',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Change a learning moment of one’s own',
        params: lessonAddress,
        body: writeLesson,
        response: { 200: lessonShape },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const before = await own(reader, request.params.lesson)
      const { id } = before
      await updateLesson(
        office,
        { organisation: reader.organisation, id },
        await toWrite(reader, request.body),
      )
      await tellOf(reader, id, request.body, before)
      return lessonShape.parse(describeLesson(await readable(reader, id), reader.person.id))
    },
  )

  app.delete(
    '/api/lessons/:lesson',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Take a learning moment of one’s own back',
        params: lessonAddress,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { id } = await own(reader, request.params.lesson)
      await deleteLesson(office, { organisation: reader.organisation, id })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/lessons/:lesson/good-example',
    {
      config: { permission: ['manager', 'stand-in', 'hr', 'part-hr'] },
      schema: {
        summary: 'Show a learning moment to new joiners, or no longer',
        params: lessonAddress,
        body: setOn,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const reader = signedInPerson(request)
      const { organisation } = reader
      const { id, unit, title } = await readable(reader, request.params.lesson)
      if (!(await reachOf(office, reader)).keeps(unit)) throw new ProblemError('not-allowed')
      const { on } = request.body
      if (await setGoodExample(office, { organisation, id }, on))
        await recordEvent(office, organisation, {
          at: parts.now(),
          actor: reader.person.name,
          action: on ? 'good example chosen' : 'good example removed',
          subject: title,
        })
      return reply.code(204).send(null)
    },
  )

  async function tellOf(reader: SignedIn, id: string, now: Words, before?: Words): Promise<void> {
    const subject = await readableSubject(office, reader, 'lesson', id)
    const by = { actor: reader.person.id, at: parts.now() }
    await tellMentioned(office, subject, { before: before ? wordsOf(before) : [], now: wordsOf(now) }, by)
  }

  async function readable(reader: SignedIn, id: string): Promise<LessonRow> {
    await readableSubject(office, reader, 'lesson', id)
    const row = await findLesson(office, { organisation: reader.organisation, id })
    if (!row) throw new ProblemError('unknown-subject')
    return row
  }

  async function own(reader: SignedIn, id: string): Promise<LessonRow> {
    const row = await readable(reader, id)
    if (row.author !== reader.person.id) throw new ProblemError('not-allowed')
    return row
  }

  async function toWrite(reader: SignedIn, given: WriteLesson) {
    const reach = await reachOf(office, reader)
    const [unit] = await unitChain(office, reader.organisation, given.unit)
    if (!unit || !reach.reads(unit.id)) throw new ProblemError('unknown-unit')
    if (given.leadersOwn && !rolesOf(reader).includes('manager')) throw new ProblemError('leads-nobody')
    return { ...given, unit: unit.id, unitName: unit.name }
  }
}

type Words = Pick<LessonRow, 'happened' | 'learned' | 'now'>

function wordsOf({ happened, learned, now }: Words): string[] {
  return [happened, learned, now]
}
