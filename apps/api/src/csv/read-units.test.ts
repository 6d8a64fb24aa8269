import { expect, test } from 'vitest'
import { readUnits } from './read-units.ts'

const read = (text: string) => readUnits([Buffer.from(text)], 'units.csv')
const faultsOf = async (text: string) => {
  const result = await read(text)
  return result.ok ? [] : result.error.faults.map((f) => [f.code, f.line, f.column])
}

test('units come in the order of the file, whatever the order of the columns', async () => {
  const result = await read('name,unit_id,parent_id\nTeam, t ,all\nWhole,all,\n')
  expect(result).toEqual({
    ok: true,
    value: [
      { id: 't', parent: 'all', name: 'Team', line: 2 },
      { id: 'all', parent: null, name: 'Whole', line: 3 },
    ],
  })
})

test('missing, unknown and repeated columns are faults of line 1', async () => {
  expect(await faultsOf('unit_id,name,colour,name\nt,T,red,x\n')).toEqual([
    ['unknown-column', 1, 3],
    ['duplicate-column', 1, 4],
    ['missing-column', 1, null],
  ])
})

test('a duplicate id, a missing id, a missing name and a reserved id are all reported', async () => {
  const rows = 'all,,All\nt,all,T\nt,all,T2\n,all,x\nu,all,\nx~small-teams,all,x\n'
  expect(await faultsOf(`unit_id,parent_id,name\n${rows}`)).toEqual([
    ['duplicate-id', 4, 1],
    ['missing-value', 5, 1],
    ['missing-value', 6, 3],
    ['reserved-id', 7, 1],
  ])
})

test('an id that is too long or has a line break in it is a fault', async () => {
  expect(await faultsOf(`unit_id,parent_id,name\n${'x'.repeat(81)},,A\n"a\nb",,B\n`)).toEqual([
    ['malformed-id', 2, 1],
    ['malformed-id', 3, 1],
  ])
})

test('two roots, an unknown parent and a cycle are found', async () => {
  const rows = 'all,,All\nall2,,All2\na,nowhere,A\nb,c,B\nc,b,C\nd,b,D\ne,e,E\n'
  expect(await faultsOf(`unit_id,parent_id,name\n${rows}`)).toEqual([
    ['two-roots', 3, null],
    ['unknown-parent', 4, null],
    ['cycle', 5, null],
    ['cycle', 8, null],
  ])
})

test('a tree without a root is a fault, and so is a header without rows', async () => {
  expect(await faultsOf('unit_id,parent_id,name\na,b,A\nb,a,B\n')).toEqual([
    ['no-root', null, null],
    ['cycle', 2, null],
  ])
  expect(await faultsOf('unit_id,parent_id,name\n')).toEqual([['no-root', null, null]])
})

test('a chain of 50,000 units is read without trouble', async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => `u${i},${i === 0 ? '' : `u${i - 1}`},U`)
  const result = await read(`unit_id,parent_id,name\n${rows.join('\n')}\n`)
  expect(result.ok).toBe(true)
})

test('only the first 20 faults are kept, and all are counted', async () => {
  const result = await read(`unit_id,parent_id,name\n${',,x\n'.repeat(57)}`)
  expect(result.ok || [result.error.faults.length, result.error.inAll]).toEqual([20, 57])
})
