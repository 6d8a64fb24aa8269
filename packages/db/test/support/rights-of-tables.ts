/** The connections that the product opens, by the stage they serve. */
export const roles = ['office', 'mailer', 'issuer', 'urn', 'closer', 'reporter', 'jobs'] as const
export type Role = (typeof roles)[number]

/** By table, what each role may do with whole rows of it, as words of SQL; everything else must be refused. */
export type RightsOfTables = Readonly<Record<string, Readonly<Partial<Record<Role, string>>>>>
