import { Readable } from 'node:stream'
import type { Reporter } from '@chorus/db/database'
import { type ReleaseHeader, readRelease } from '@chorus/db/stores/releases'
import { summaryCsv } from '../../summarize/summary-csv.ts'

/** The released figures of some waves as CSV, read wave by wave while it is sent. */
export function summaryCsvOf(reporter: Reporter, headers: readonly ReleaseHeader[]): Readable {
  async function* releases() {
    for (const header of headers) yield await readRelease(reporter, header)
  }
  return Readable.from(summaryCsv(releases()))
}
