import type { Office } from '@chorus/db/database'
import { listProgrammes, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { CommandRefused } from './command-refused.ts'

/** The programme of that name or id, or the only one. @throws CommandRefused */
export async function chosenProgramme(
  office: Office,
  organisation: string,
  nameOrId: string | undefined,
): Promise<ProgrammeRow> {
  const all = await listProgrammes(office, organisation)
  const matching = all.filter(
    ({ name, id }) => nameOrId === undefined || name === nameOrId || id === nameOrId,
  )
  const [programme] = matching
  const names = all.map((one) => `"${one.name}"`).join(', ') || 'none yet'
  if (!programme) throw new CommandRefused(`There is no such programme. Programmes: ${names}`)
  if (matching.length > 1)
    throw new CommandRefused(`Say which programme you mean with --programme. Programmes: ${names}`)
  return programme
}
