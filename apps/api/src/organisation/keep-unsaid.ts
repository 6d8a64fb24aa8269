import type { PersonToImport, Roster } from '@chorus/db/stores/roster'
import type { WantedOrganisation } from './read-organisation.ts'
import { peopleInATurn, turnOfOthers } from './turn-of-others.ts'

/**
 * What a file has no column for stays as it is: an export of an HR system knows nothing of roles in Chorus, and whoever imports it would
 * lose the own one. Newcomers are employees who lead nothing.
 * @param meanings what the columns of the file mean
 */
export async function keepUnsaid(
  wanted: WantedOrganisation,
  roster: Pick<Roster, 'people'>,
  meanings: readonly string[],
): Promise<WantedOrganisation> {
  const said = new Set(meanings)
  const before = new Map(roster.people.map((one) => [one.externalId, one]))
  const units = new Set(wanted.units.map(({ id }) => id))
  const followsFromManagers = said.has('manager') && !said.has('unit_id') && !said.has('level:1')
  const withUnsaid = (now: PersonToImport, then: PersonToImport): PersonToImport => {
    const otherCuts = Object.entries(then.cuts).filter(([cut]) => !said.has(`cut:${cut}`))
    return {
      ...now,
      role: said.has('role') ? now.role : then.role,
      leads:
        said.has('manages') || followsFromManagers ? now.leads : then.leads.filter((id) => units.has(id)),
      language: said.has('language') ? now.language : then.language,
      channel: said.has('channel') ? now.channel : then.channel,
      zone: said.has('zone') ? now.zone : then.zone,
      cuts: { ...Object.fromEntries(otherCuts), ...now.cuts },
    }
  }
  const people: PersonToImport[] = []
  for (const [at, now] of wanted.people.entries()) {
    if (at % peopleInATurn === 0) await turnOfOthers()
    const then = before.get(now.externalId)
    people.push(then ? withUnsaid(now, then) : now)
  }
  return { ...wanted, people }
}
