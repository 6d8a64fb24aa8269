import { findLeakingSettings } from '@chorus/db/settings-check'
import type { Settings } from '../env.ts'
import { CommandRefused } from './command-refused.ts'

/**
 * Says which settings of somebody's own PostgreSQL would write down who answered when.
 * @throws CommandRefused when there is one and CHORUS_STRICT=1
 */
export async function checkDatabaseSettings({ databaseUrl, strict }: Settings): Promise<void> {
  if (databaseUrl === undefined) return
  const leaking = await findLeakingSettings(databaseUrl)
  if (leaking.length === 0) return
  const text = [
    'The PostgreSQL of DATABASE_URL writes down what must not be written down:',
    ...leaking.flatMap(({ name, value, leaks, remedy }) => [
      `  ${name} = ${value || "''"}: ${leaks}.`,
      `    ${remedy}`,
    ]),
  ].join('\n')
  if (strict) throw new CommandRefused(`${text}\nWith CHORUS_STRICT=1 Chorus does not start like this.`)
  console.error(`${text}\nChorus starts all the same; with CHORUS_STRICT=1 it would not.`)
}
