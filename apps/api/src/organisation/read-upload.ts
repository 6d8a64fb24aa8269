import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { uploadedFiles } from '../http/uploaded-files.ts'

/** The two files of an import. */
export async function readUpload(request: FastifyRequest): Promise<{ units: Buffer; people: Buffer }> {
  const files = await uploadedFiles(request, 2)
  const units = files.get('units')
  const people = files.get('people')
  if (!units || !people)
    throw new ProblemError('malformed-request', 'Two files are needed, in the fields "units" and "people".')
  return { units, people }
}
