import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'

/** The two files of an import, held in memory; each at most as large as the server allows. */
export async function readUpload(request: FastifyRequest): Promise<{ units: Buffer; people: Buffer }> {
  if (!request.isMultipart()) throw new ProblemError('media-type-not-supported')
  const files = new Map<string, Buffer>()
  for await (const part of request.files()) files.set(part.fieldname, await part.toBuffer())
  const units = files.get('units')
  const people = files.get('people')
  if (!units || !people)
    throw new ProblemError('malformed-request', 'Two files are needed, in the fields "units" and "people".')
  return { units, people }
}
