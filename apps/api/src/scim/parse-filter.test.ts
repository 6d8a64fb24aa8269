import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttributePath, type Filter, operators, printFilter } from './filter.ts'
import { parseFilter, parsePath } from './parse-filter.ts'

const read = (text: string) => {
  const result = parseFilter(text)
  return result.ok ? printFilter(result.value) : `${result.error.at}: ${result.error.detail}`
}

// RFC 7644, figure 2, all of them; but dates are texts.
test.each([
  'userName eq "bjensen"',
  `name.familyName co "O'Malley"`,
  'userName sw "J"',
  'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
  'title pr',
  'meta.lastModified gt "2011-05-13T04:42:34Z"',
  'meta.lastModified ge "2011-05-13T04:42:34Z"',
  'meta.lastModified lt "2011-05-13T04:42:34Z"',
  'meta.lastModified le "2011-05-13T04:42:34Z"',
  'title pr and userType eq "Employee"',
  'title pr or userType eq "Intern"',
  'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
  'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
  'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
  'userType eq "Employee" and emails[type eq "work" and value co "@example.com"]',
  'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
])('the example of RFC 7644 reads and prints the same: %s', (text) => {
  expect(read(text)).toBe(text)
})

test('"and" binds tighter than "or", operators may be in capitals, and brackets that are not needed go', () => {
  expect(parseFilter('a pr or b pr and c pr')).toEqual(parseFilter('a pr or (b pr and c pr)'))
  expect(read('((a EQ 1)) AND (NOT (b PR) OR c Eq TRUE)')).toBe('a eq 1 and (not (b pr) or c eq true)')
})

test('a value path with a sub-attribute behind it means one value that has both', () => {
  expect(read('emails[type eq "work"].value eq "a@b.example"')).toBe(
    'emails[type eq "work" and value eq "a@b.example"]',
  )
})

test.each([
  ['', '1: the name of an attribute is missing'],
  ['userName', '9: one of eq, ne, co, sw, ew, gt, ge, lt, le or pr is missing'],
  ['userName eq', '12: a value is missing: a text in double quotes, a number, true, false or null'],
  ['userName eq bjensen', '13: a value is missing: a text in double quotes, a number, true, false or null'],
  ['userName eq "bjensen', '13: a text has no closing quotes'],
  ['userName eq "\\x"', '13: this text is not written as in JSON'],
  ['(userName pr', '13: ")" is missing'],
  ['userName pr)', '12: ")" was not expected here'],
  ['name.given[type eq "x"]', '12: only a whole attribute has a filter in square brackets'],
  ["userName eq 'x'", `13: "'" was not expected here`],
  [`${'('.repeat(60)}a pr${')'.repeat(60)}`, '42: brackets are nested deeper than 40'],
  ['a'.repeat(8001), '8000: it is longer than 8000 characters'],
])('what cannot be read is refused with its place: %s', (text, fault) => {
  expect(read(text)).toBe(fault)
})

test('a path of a PATCH operation has a schema, a name, a filter and a sub-attribute', () => {
  expect(parsePath('members[value eq "7"].display')).toEqual({
    ok: true,
    value: {
      schema: null,
      name: 'members',
      sub: 'display',
      filter: {
        kind: 'compare',
        path: { schema: null, name: 'value', sub: null },
        operator: 'eq',
        value: '7',
      },
    },
  })
  expect(parsePath('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value')).toEqual({
    ok: true,
    value: {
      schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      name: 'manager',
      sub: 'value',
      filter: null,
    },
  })
  for (const text of ['', 'a b', 'emails[]', 'emails[type eq "x"', '.value', 'a pr'])
    expect(parsePath(text).ok, text).toBe(false)
})

const name = fc.stringMatching(/^[a-z][a-zA-Z0-9_-]{0,8}$/)
const path: fc.Arbitrary<AttributePath> = fc.record({
  schema: fc.option(fc.constantFrom('urn:ietf:params:scim:schemas:core:2.0:User', 'urn:a:b')),
  name,
  sub: fc.option(name),
})
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.boolean(),
  fc.constant(null),
)
const { filter } = fc.letrec<{ filter: Filter; simple: Filter }>((tie) => ({
  simple: fc.oneof(
    fc.record({ kind: fc.constant('present' as const), path }),
    fc.record({
      kind: fc.constant('compare' as const),
      path,
      operator: fc.constantFrom(...operators),
      value,
    }),
  ),
  filter: fc.oneof(
    { maxDepth: 6 },
    tie('simple'),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('filter'), right: tie('filter') }),
    fc.record({ kind: fc.constant('not' as const), inner: tie('filter') }),
    fc.record({
      kind: fc.constant('within' as const),
      path: path.map((one) => ({ ...one, sub: null })),
      inner: tie('filter'),
    }),
  ),
}))

test('what was printed reads as the same tree', () => {
  fc.assert(
    fc.property(filter, (tree) => {
      const text = printFilter(tree)
      fc.pre(text.length <= 8000)
      expect(parseFilter(text)).toEqual({ ok: true, value: tree })
    }),
  )
})

test('no text makes the reader throw, and a fault lies inside of the text or right behind it', () => {
  const piece = fc.oneof(
    fc.constantFrom('(', ')', '[', ']', 'not', 'and', 'or', 'eq', 'pr', 'a.b', '"x"', '"', ' ', '7', '.v'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
      (text) => {
        for (const result of [parseFilter(text), parsePath(text)]) {
          if (result.ok) continue
          expect(result.error.at).toBeGreaterThanOrEqual(1)
          expect(result.error.at).toBeLessThanOrEqual(text.length + 1)
        }
      },
    ),
  )
})
