import {
  lesson as lessonShape,
  lessons,
  lessonsQuery,
  type WriteLesson,
  writeLesson,
} from '@chorus/contracts/lessons'
import {
  deleteLesson,
  findLesson,
  insertLesson,
  type LessonRow,
  listLessons,
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
import { readableSubject } from '../subjects.ts'
import { describeLesson } from './describe-lesson.ts'

const lessonAddress = z.object({ lesson: z.uuid() })
const lessonsAPage = 20

/** Learning moments: told by anybody, read by everybody or by the unit. */
export function lessonRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/lessons',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Learning moments, newest first',
        querystring: lessonsQuery,
        response: { 200: lessons },
      },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const { readUnits } = await reachOf(office, reader)
      const rows = await listLessons(
        office,
        { organisation: reader.organisation, person: reader.person.id, units: readUnits },
        { before: request.query.before, limit: lessonsAPage + 1 },
      )
      return lessons.parse({
        lessons: rows.slice(0, lessonsAPage).map((row) => describeLesson(row, reader.person.id)),
        more: rows.length > lessonsAPage,
      })
    },
  )

  app.get(
    '/api/lessons/:lesson',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'One learning moment', params: lessonAddress, response: { 200: lessonShape } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      return lessonShape.parse(
        describeLesson(await readable(reader, request.params.lesson), reader.person.id),
      )
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
