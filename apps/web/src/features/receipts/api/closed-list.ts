import type { ClosedCohort } from '@chorus/contracts/collect'
import { requestUnnamed } from '../../../lib/api/request.ts'

/** The whole list of the group, asked for without saying who asks: nobody learns whose ballot is looked for in it. */
export async function getClosedList(wave: string, cohort: string): Promise<ClosedCohort> {
  return requestUnnamed('GET', `/w/${encodeURIComponent(wave)}/closed/${encodeURIComponent(cohort)}`)
}
