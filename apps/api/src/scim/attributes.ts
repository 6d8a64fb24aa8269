/** How an attribute behaves (RFC 7643, 2.2 and 7); what is left out is a single text that may be left out and changed. */
export type Attribute = {
  readonly name: string
  readonly description: string
  readonly type?: 'boolean' | 'complex' | 'reference'
  readonly multiValued?: true
  readonly required?: true
  readonly caseExact?: true
  readonly readOnly?: true
  readonly unique?: true
  readonly sub?: readonly Attribute[]
}

export type Schema = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

/** The kind of thing that an address holds: its own schema, and those that extend it. */
export type ResourceKind = {
  readonly name: 'User' | 'Group'
  readonly schema: Schema
  readonly extensions: readonly Schema[]
  /** Attributes and parts of them (`name.middlename`) that SCIM knows and Chorus does not keep: accepted, ignored, never stored. In lower case. */
  readonly ignored: ReadonlySet<string>
}

export const userSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:User',
  name: 'User',
  description: 'A person',
  attributes: [
    {
      name: 'userName',
      description: 'How the identity provider names the person',
      required: true,
      unique: true,
    },
    {
      name: 'name',
      description: 'The name of the person',
      type: 'complex',
      sub: [
        { name: 'formatted', description: 'The whole name' },
        { name: 'familyName', description: 'The family name' },
        { name: 'givenName', description: 'The given name' },
      ],
    },
    { name: 'displayName', description: 'The name as it is shown' },
    {
      name: 'emails',
      description: 'One address is kept: the primary one, else that of type work, else the first',
      type: 'complex',
      multiValued: true,
      sub: [
        { name: 'value', description: 'The address' },
        { name: 'type', description: 'What it is for: work' },
        { name: 'primary', description: 'Whether it is the one to write to', type: 'boolean' },
      ],
    },
    { name: 'active', description: 'False: the person leaves', type: 'boolean' },
    { name: 'preferredLanguage', description: 'The language of pages and mails, as in de or pt-BR' },
    { name: 'locale', description: 'The same language: counts where preferredLanguage is not sent' },
    {
      name: 'timezone',
      description: 'IANA name, as in Europe/Zurich; without it, the time zone of the organisation',
    },
    {
      name: 'groups',
      description: 'The one unit that the person belongs to',
      type: 'complex',
      multiValued: true,
      readOnly: true,
      sub: [
        { name: 'value', description: 'The id of the unit', caseExact: true, readOnly: true },
        { name: '$ref', description: 'Its address', type: 'reference', readOnly: true },
        { name: 'display', description: 'Its name', readOnly: true },
        { name: 'type', description: 'direct', readOnly: true },
      ],
    },
  ],
}

export const cutsSchema: Schema = {
  id: 'urn:chorus:params:scim:schemas:1.0:User',
  name: 'ChorusUser',
  description: 'What Chorus adds',
  attributes: [
    {
      name: 'cuts',
      description: 'Attributes that results may be split by',
      type: 'complex',
      multiValued: true,
      sub: [
        { name: 'type', description: 'The name of the cut, such as tenure', caseExact: true },
        { name: 'value', description: 'The category of the person, such as 0-2 years', caseExact: true },
      ],
    },
  ],
}

export const groupSchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  name: 'Group',
  description: 'A unit of the organisation',
  attributes: [
    { name: 'displayName', description: 'The name of the unit', required: true },
    {
      name: 'members',
      description: 'The people of the unit itself, and the units right below it',
      type: 'complex',
      multiValued: true,
      sub: [
        { name: 'value', description: 'The id of a person or a unit', caseExact: true },
        { name: '$ref', description: 'Its address', type: 'reference' },
        { name: 'type', description: 'User or Group' },
        { name: 'display', description: 'The name', readOnly: true },
      ],
    },
  ],
}

/** Those that every resource has (RFC 7643, 3.1). */
export const commonAttributes: readonly Attribute[] = [
  { name: 'id', description: 'Given by Chorus', caseExact: true, readOnly: true },
  { name: 'externalId', description: 'Given by the client', caseExact: true },
  {
    name: 'schemas',
    description: 'What the resource is',
    type: 'reference',
    multiValued: true,
    caseExact: true,
    readOnly: true,
  },
  {
    name: 'meta',
    description: 'About the resource',
    type: 'complex',
    readOnly: true,
    sub: [
      { name: 'resourceType', description: 'User or Group', caseExact: true, readOnly: true },
      { name: 'location', description: 'Its address', type: 'reference', readOnly: true },
      { name: 'version', description: 'Changes with the resource', caseExact: true, readOnly: true },
    ],
  },
]

export const groupKind: ResourceKind = {
  name: 'Group',
  schema: groupSchema,
  extensions: [],
  ignored: new Set(),
}
