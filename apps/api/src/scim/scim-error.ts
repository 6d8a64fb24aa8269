/** What went wrong, in the words that RFC 7644 (table 9) has for it. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'

/** A refusal in the shape that SCIM clients understand. The detail says what, where and how to mend it, in English. */
export class ScimError extends Error {
  readonly status: number
  readonly scimType: ScimType | undefined

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.status = status
    this.scimType = scimType
  }
}

const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** The body of a refusal (RFC 7644, 3.12): the status is a string there. */
export function scimErrorBody({ status, scimType, message }: ScimError): Record<string, unknown> {
  return {
    schemas: [errorSchema],
    status: String(status),
    ...(scimType === undefined ? {} : { scimType }),
    detail: message,
  }
}
