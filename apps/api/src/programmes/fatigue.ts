import type { Office } from '@chorus/db/database'
import { pulsesAQuarter } from '@chorus/db/stores/organisations'
import { countWavesOpened } from '@chorus/db/stores/waves'

/** How often everybody was asked in a quarter, and how often the organisation allows it. */
export type Fatigue = {
  /** Waves of all programmes that opened in it so far: every programme invites everybody. */
  readonly pulses: number
  readonly limit: number
  /** One more wave would be too many. */
  readonly tooMany: boolean
  /** First moment of the next quarter: from then on it counts anew. */
  readonly nextQuarter: Date
}

/** What one more wave that opens at this moment would be, in the quarter of the calendar (UTC) that it lies in. */
export async function fatigueOf(office: Office, organisation: string, opensAt: Date): Promise<Fatigue> {
  const quarter = firstOfQuarter(opensAt, 0)
  const nextQuarter = firstOfQuarter(opensAt, 1)
  const pulses = await countWavesOpened(office, organisation, quarter, nextQuarter)
  const limit = await pulsesAQuarter(office, organisation)
  return { pulses, limit, tooMany: pulses >= limit, nextQuarter }
}

function firstOfQuarter(moment: Date, later: number): Date {
  const month = (Math.floor(moment.getUTCMonth() / 3) + later) * 3
  return new Date(Date.UTC(moment.getUTCFullYear(), month, 1))
}
