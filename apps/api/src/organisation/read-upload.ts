import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { uploadedFiles } from '../http/uploaded-files.ts'

/** The files of an import; a form sends the field of a file that was not chosen as an empty one. */
export async function readUpload(request: FastifyRequest): Promise<{ people: Buffer; units: Buffer | null }> {
  const files = await uploadedFiles(request, 2)
  const people = files.get('people')
  if (!people) throw new ProblemError('malformed-request', 'A file is needed in the field "people".')
  const units = files.get('units')
  return { people, units: units?.length ? units : null }
}
