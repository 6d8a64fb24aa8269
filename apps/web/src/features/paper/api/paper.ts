import type { PaperGroups, PrintedSheets } from '@chorus/contracts/paper'
import { request } from '../../../lib/api/request.ts'

const address = (wave: string) => `/api/waves/${encodeURIComponent(wave)}/paper`

export async function getPaper(wave: string): Promise<PaperGroups> {
  return request('GET', address(wave))
}

/** New codes for all sheets of a group: they are in this answer and nowhere else. */
export async function printSheets(wave: string, cohort: string): Promise<PrintedSheets> {
  return request('POST', `${address(wave)}/${encodeURIComponent(cohort)}/sheets`)
}

export async function handOutSheets(wave: string, cohort: string, print: number): Promise<PaperGroups> {
  return request('POST', `${address(wave)}/${encodeURIComponent(cohort)}/handed-out`, { print })
}
