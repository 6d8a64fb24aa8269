/**
 * Names of groups that Chorus makes of several units. A manifest freezes them, in English and the same for everybody; pages read them back
 * and say them in the reader's language. A unit that an organisation itself calls so is read in the same way, and means the same.
 */
export const joinedGroupName = {
  smallTeams: (unit: string) => `Small teams of ${unit}`,
  withSmallTeams: (unit: string) => `${unit} with its small teams`,
  withOthers: (group: string, unit: string) => `${group} and others of ${unit}`,
}

export type JoinedGroup =
  | { readonly kind: 'small-teams' | 'with-small-teams'; readonly unit: string }
  | { readonly kind: 'with-others'; readonly group: string; readonly unit: string }

/** What a name says of how its group was joined; null when it is the name of a unit. */
export function readGroupName(name: string): JoinedGroup | null {
  const [, group, whole] = /^(.+) and others of (.+)$/s.exec(name) ?? []
  if (group !== undefined && whole !== undefined) return { kind: 'with-others', group, unit: whole }
  const small = /^Small teams of (.+)$/s.exec(name)?.[1]
  if (small !== undefined) return { kind: 'small-teams', unit: small }
  const own = /^(.+) with its small teams$/s.exec(name)?.[1]
  return own === undefined ? null : { kind: 'with-small-teams', unit: own }
}
