import { z } from 'zod'
import { ScimError } from './scim-error.ts'

const mostPerPage = 1000
const whole = z.coerce.number().int()

/** The questions of a list (RFC 7644, 3.4.2). */
export const listQuery = z.object({
  filter: z.string().optional(),
  startIndex: whole.optional(),
  count: whole.optional(),
  sortBy: z.string().optional(),
  sortOrder: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(['ascending', 'descending']))
    .optional(),
  attributes: z.string().optional(),
  excludedAttributes: z.string().optional(),
})
export type ListQuery = z.infer<typeof listQuery>

export const oneQuery = listQuery.pick({ attributes: true, excludedAttributes: true })
export const oneParams = z.object({ id: z.string() })

/** Counted from 1; less is 1. A count below 0 is 0 (RFC 7644, 3.4.2.4). */
export function pageOf({ startIndex = 1, count = 100 }: ListQuery): { skip: number; take: number } {
  return { skip: Math.max(startIndex, 1) - 1, take: Math.min(Math.max(count, 0), mostPerPage) }
}

export function listResponse(
  { skip }: { readonly skip: number },
  total: number,
  resources: readonly unknown[],
): Record<string, unknown> {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: total,
    startIndex: skip + 1,
    itemsPerPage: resources.length,
    Resources: resources,
  }
}

/** @throws ScimError 412 when the client knows another version than this (RFC 7644, 3.14) */
export function needVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || isNamed(ifMatch, version)) return
  throw new ScimError(412, 'The resource has changed since it was read. Read it again, then change it')
}

/** Whether a list of versions, as in If-Match, names this one. */
export function isNamed(versions: string, version: string): boolean {
  return versions.split(',').some((one) => one.trim() === '*' || one.trim() === version)
}
