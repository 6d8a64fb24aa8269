import type { Office } from '@chorus/db/database'
import type { LessonReader } from '@chorus/db/stores/lesson-search'
import type { SignedIn } from '../../http/permission.ts'
import { reachOf } from '../reach.ts'

/** What decides which lessons somebody finds. */
export async function lessonReader(office: Office, reader: SignedIn): Promise<LessonReader> {
  const { readUnits } = await reachOf(office, reader)
  return { organisation: reader.organisation, person: reader.person.id, units: readUnits }
}
