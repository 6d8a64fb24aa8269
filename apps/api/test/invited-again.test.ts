import { eraseLeavers } from '@chorus/db/stores/leavers'
import { listWaves } from '@chorus/db/stores/waves'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string
const company = smallCompany()

beforeAll(async () => {
  running = await runApp(company)
  hr = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

async function playEmptyWave(programme?: string): Promise<string> {
  const opened = await openWaveOverHttp(running, hr, programme)
  for (const step of ['close', 'publish'])
    await running.app.inject({
      method: 'POST',
      url: `/api/waves/${opened.wave}/${step}`,
      headers: { cookie: hr },
    })
  return opened.programme
}

async function importPeople(people: string): Promise<void> {
  const asFile = (text: string) => [Buffer.from(text)]
  const { office } = running.database
  const files = { units: asFile(company.units), people: asFile(people) }
  const imported = await importOrganisation(office, running.organisation, files, running.clock.now)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
}

const rowsAbout = async (person: string) => {
  const { rows } = await running.database.office.execute<{ unit: string }>(
    `SELECT last_group.unit FROM last_group WHERE person::text = '${person}'`,
  )
  return rows
}

test('when a wave opens it is counted who is invited again, in which unit then and now, and of leavers nothing stays once they are erased', async () => {
  const programme = await playEmptyWave()
  const { rows } = await running.database.office.execute<{ id: string }>(
    `SELECT id FROM person WHERE external_id = 'blue7'`,
  )
  const leaver = rows[0]?.id ?? ''
  expect(await rowsAbout(leaver)).toEqual([{ unit: 'blue' }])

  const moved = company.people
    .replace('red8,Person red8,red8@test.example,red', 'red8,Person red8,red8@test.example,green')
    .replace(/\nblue7,[^\n]*/, '')
  await importPeople(`${moved}\nnew1,Newcomer,new1@test.example,blue,,`)
  await eraseLeavers(running.database.office, running.organisation, '2026-05-01')
  expect(await rowsAbout(leaver)).toEqual([])

  await playEmptyWave(programme)
  const [first, second] = await listWaves(running.database.office, running.organisation, programme)
  expect(first?.invitedAgain).toBeNull()
  expect(second?.invitedAgain?.since).toBe(first?.id)
  const counted = second?.invitedAgain?.people.map(
    ({ before, now, people }) => `${people} ${before} > ${now}`,
  )
  // Two in a team of their own are counted with the top, three and two.
  expect(counted?.sort()).toEqual([
    '1 red > green',
    '5 top > top',
    '6 blue > blue',
    '6 green > green',
    '7 red > red',
  ])
})
