import type { ProblemCode } from '@chorus/contracts/problems'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { VaultError } from '../vault/vault.ts'
import { kindAndPlace } from './kind-and-place.ts'
import { ProblemError, problemDocument } from './problem.ts'

const fastifyCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_FILES_LIMIT: 'malformed-request',
  FST_PARTS_LIMIT: 'malformed-request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'media-type-not-supported',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-not-supported',
}

/**
 * Every error becomes a problem document, never a stack trace. What was not expected is told to `report`
 * by its kind and place alone: its message could carry the values of a query.
 */
export function handleErrors(app: FastifyInstance, report: (line: string) => void): void {
  app.setErrorHandler((error: FastifyError | ProblemError, _request, reply) => {
    const problem = asProblem(error)
    if (error instanceof VaultError) report(error.message)
    if (problem.code === 'internal') report(kindAndPlace(error))
    return sendProblem(reply, problem)
  })
}

export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  const document = problemDocument(error)
  if (document.retryAfter !== undefined) reply.header('retry-after', document.retryAfter)
  return reply.code(document.status).type('application/problem+json').send(JSON.stringify(document))
}

function asProblem(error: FastifyError | ProblemError): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof VaultError) return new ProblemError('too-busy', error.message)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map((issue) => `${issue.instancePath || '/'}: ${issue.message}`)
    return new ProblemError('malformed-request', places.join('; '))
  }
  const known = fastifyCodes[error.code]
  if (known) return new ProblemError(known)
  const status = error.statusCode ?? 500
  return status >= 400 && status < 500 ? new ProblemError('malformed-request') : new ProblemError('internal')
}
