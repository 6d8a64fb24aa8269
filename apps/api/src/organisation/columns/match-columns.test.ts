import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'

const column = (header: string, ...examples: string[]) => ({ header, examples })
const meaningsOf = (headers: readonly string[], unitsListed = false) =>
  matchColumns(
    headers.map((header) => column(header)),
    {},
    unitsListed,
  ).map(({ meaning }) => meaning)

test.each([
  ['English', ['Employee ID', 'Full Name', 'Work E-mail', 'Department'], 'unit_id'],
  ['German', ['Personalnummer', 'Name', 'E-Mail-Adresse', 'Abteilung'], 'unit_id'],
  ['French', ['Matricule', 'Nom complet', 'Courriel', 'Équipe'], 'unit_id'],
  ['Spanish', ['Número de empleado', 'Nombre completo', 'Correo electrónico', 'Departamento'], 'unit_id'],
  ['Portuguese', ['Matrícula', 'Nome completo', 'E-mail', 'Equipe'], 'unit_id'],
  ['Japanese', ['社員番号', '氏名', 'メールアドレス', '上司'], 'manager'],
  ['Arabic', ['الرقم الوظيفي', 'الاسم الكامل', 'البريد الإلكتروني', 'المدير'], 'manager'],
])('%s headers are known by name', (_language, headers, last) => {
  expect(meaningsOf(headers)).toEqual(['person_id', 'name', 'email', last])
})

test('our own names, and cuts, mean what they say', () => {
  const own = [
    'person_id',
    'name',
    'email',
    'unit_id',
    'role',
    'manages',
    'language',
    'channel',
    'cut:tenure',
  ]
  expect(meaningsOf(own, true)).toEqual(own)
})

test('division, department and team are levels of a tree, unless units come in a file of their own', () => {
  expect(meaningsOf(['Division', 'Department', 'Team'])).toEqual(['level:1', 'level:2', 'level:3'])
  expect(meaningsOf(['Division', 'Department', 'Team'], true)).toEqual(['ignore', 'unit_id', 'ignore'])
})

test('a unit of an organisation that has none yet is the first level of its tree', () => {
  const team = (listed: boolean, known: boolean) =>
    matchColumns([column('Team')], {}, listed, known)[0]?.meaning
  expect([team(false, false), team(false, true), team(true, false)]).toEqual([
    'level:1',
    'unit_id',
    'unit_id',
  ])
  const several = matchColumns([column('Division'), column('Team')], {}, false, false)
  expect(several.map(({ meaning }) => meaning)).toEqual(['level:1', 'level:2'])
})

test('a column of addresses is known by what stands in it', () => {
  const [login] = matchColumns([column('Login', 'a@x.org', 'b@x.org')], {}, false)
  expect(login).toMatchObject({ meaning: 'email', because: 'content' })
})

test('what a column meant last time goes before its name', () => {
  const [, team] = matchColumns([column('Unit'), column('Team')], { Unit: 'ignore', Team: 'unit_id' }, false)
  expect(team).toMatchObject({ meaning: 'unit_id', because: 'remembered' })
})

test('whatever the headers are, no meaning is proposed twice, and every column has one', () => {
  const names = ['Name', 'E-Mail', 'Mail', 'Team', 'Division', 'Abteilung', 'Level 2', 'ID', '__proto__']
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...names), fc.string())), (headers) => {
      const meanings = meaningsOf(headers)
      const used = meanings.filter((meaning) => meaning !== 'ignore' && !meaning.startsWith('cut:'))
      expect(new Set(used).size).toBe(used.length)
      expect(meanings).toHaveLength(headers.length)
    }),
  )
})
