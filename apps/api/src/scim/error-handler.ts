import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { kindAndPlace } from '../http/kind-and-place.ts'
import { ProblemError, problemDocument } from '../http/problem.ts'
import { ScimError, scimErrorBody } from './scim-error.ts'

/** Refusals below this prefix in the shape of SCIM; what was not expected is told by its kind and place alone. */
export function sendScimErrors(
  scim: Pick<FastifyInstance, 'setErrorHandler'>,
  report: (line: string) => void,
): void {
  scim.setErrorHandler((error: FastifyError | ProblemError | ScimError, _request, reply) => {
    const refusal = asScim(error)
    if (refusal.status === 500) report(kindAndPlace(error))
    if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
    if (refusal.status === 429) reply.header('retry-after', '60')
    return reply
      .code(refusal.status)
      .type('application/scim+json; charset=utf-8')
      .send(JSON.stringify(scimErrorBody(refusal)))
  })
}

function asScim(error: FastifyError | ProblemError | ScimError): ScimError {
  if (error instanceof ScimError) return error
  if (error instanceof ProblemError) {
    const { status, title } = problemDocument(error)
    return new ScimError(status, title)
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.map((issue) => `${issue.instancePath.slice(1)}: ${issue.message}`)
    return new ScimError(400, places.join('; '), 'invalidValue')
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new ScimError(413, 'The body is larger than 10 MB')
  if (status === 415) return new ScimError(415, 'Send application/scim+json or application/json')
  return status >= 400 && status < 500
    ? new ScimError(400, 'The body is not JSON', 'invalidSyntax')
    : new ScimError(500, 'Something went wrong on our side')
}
