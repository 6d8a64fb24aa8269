import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

/**
 * The files of an upload by their fields, held in memory for as long as the request lasts; each at most as large as the server allows. A
 * field that was left empty is no file.
 * @param most files
 */
export async function uploadedFiles(
  request: FastifyRequest,
  most: number,
): Promise<ReadonlyMap<string, Buffer>> {
  if (!request.isMultipart()) throw new ProblemError('media-type-not-supported')
  const files = new Map<string, Buffer>()
  for await (const part of request.files({ limits: { files: most } }))
    files.set(part.fieldname, await part.toBuffer())
  return files
}
