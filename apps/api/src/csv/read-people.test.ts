import { expect, test } from 'vitest'
import { readPeople } from './read-people.ts'

const units = new Set(['all', 't1', 't2'])
const read = (text: string) =>
  readPeople([Buffer.from(text)], 'people.csv', (id) => (units.has(id) ? id : undefined))
const faultsOf = async (text: string) => {
  const result = await read(text)
  return result.ok ? [] : result.error.faults.map((f) => [f.code, f.line, f.column])
}

test('a full row is understood', async () => {
  const text =
    'person_id;name;email;unit_id;role;manages;hr_units;language;channel;zone;cut:tenure\np1;Ana Ruiz;Ana@Example.org;t1;HR;t1  t2;t2;de;Paper;Europe/Zurich;1-3 years\n'
  expect(await read(text)).toEqual({
    ok: true,
    value: [
      {
        personId: 'p1',
        name: 'Ana Ruiz',
        email: 'ana@example.org',
        unit: 't1',
        role: 'hr',
        manages: ['t1', 't2'],
        hrUnits: ['t2'],
        language: 'de',
        cuts: { tenure: '1-3 years' },
        channel: 'paper',
        path: [],
        manager: '',
        zone: 'Europe/Zurich',
        line: 2,
      },
    ],
  })
})

test('without the optional columns a person is an employee who leads nothing and answers online', async () => {
  const result = await read('person_id,name,email,unit_id\np1,Ana,a@x.org,t1\n')
  expect(result.ok && result.value[0]).toMatchObject({
    role: 'employee',
    manages: [],
    language: null,
    cuts: {},
    channel: 'online',
    zone: null,
  })
})

test('a channel is online, paper or empty; anything else is a fault at its place', async () => {
  const rows = ['online', '', 'PAPER', 'fax'].map((channel, at) => `p${at},Ana,a${at}@x.org,t1,${channel}`)
  expect(await faultsOf(['person_id,name,email,unit_id,channel', ...rows].join('\n'))).toEqual([
    ['unknown-channel', 5, 5],
  ])
})

test('a zone has a name; an offset, which misses both clock changes, is a fault at its place', async () => {
  const rows = ['Europe/Zurich', '', '+01:00', 'Zurich'].map(
    (zone, at) => `p${at},Ana,a${at}@x.org,t1,${zone}`,
  )
  expect(await faultsOf(['person_id,name,email,unit_id,zone', ...rows].join('\n'))).toEqual([
    ['unknown-zone', 4, 5],
    ['unknown-zone', 5, 5],
  ])
})

test('a repeated person_id and a repeated e-mail address, also in capitals, are faults', async () => {
  const rows = 'p1,Ana,a@x.org,t1\np1,Bo,b@x.org,t1\np2,Cy,A@X.org,t1\n'
  expect(await faultsOf(`person_id,name,email,unit_id\n${rows}`)).toEqual([
    ['duplicate-id', 3, 1],
    ['duplicate-id', 4, 3],
  ])
})

test('unknown units, malformed addresses, roles and languages are faults with their column', async () => {
  const rows = 'p1,Ana,a@x,t9,boss,t1 t8,german!\n'
  expect(await faultsOf(`person_id,name,email,unit_id,role,manages,language\n${rows}`)).toEqual([
    ['malformed-email', 2, 3],
    ['unknown-unit', 2, 4],
    ['unknown-role', 2, 5],
    ['unknown-unit', 2, 6],
    ['malformed-language', 2, 7],
  ])
})

test('no message repeats a name or an address', async () => {
  const result = await read('person_id,name,email,unit_id\np1,Zoe,zoe-at-x,t1\np1,Zoe,zoe@x.org,t1\n')
  const messages = result.ok ? '' : result.error.faults.map((f) => f.message).join()
  expect(messages).not.toMatch(/zoe/i)
})

test('an empty value is named', async () => {
  expect(await faultsOf('person_id,name,email,unit_id\n,,,t1\n')).toEqual([
    ['missing-value', 2, 1],
    ['missing-value', 2, 2],
    ['missing-value', 2, 3],
  ])
  expect(
    await faultsOf(
      'person_id,name,email,unit_id,role,hr_units\np1,A,a@x.org,t1,,t1\np2,B,b@x.org,t1,hr,t9\n',
    ),
  ).toEqual([
    ['hr-units-without-hr', 2, 6],
    ['unknown-unit', 3, 6],
  ])
})
