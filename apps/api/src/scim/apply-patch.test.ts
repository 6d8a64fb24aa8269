import { expect, test } from 'vitest'
import { applyPatch } from './apply-patch.ts'
import { groupKind } from './attributes.ts'
import { readResource } from './resource.ts'
import { ScimError } from './scim-error.ts'
import { userKindFor } from './user-kind.ts'

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const cuts = 'urn:chorus:params:scim:schemas:1.0:User'

const userKind = userKindFor({ unitsFrom: 'department', cuts: {} })

const user = readResource(userKind, {
  userName: 'bjensen@example.com',
  name: { givenName: 'Barbara', familyName: 'Jensen' },
  emails: [{ value: 'bjensen@example.com', type: 'work', primary: true }],
  active: true,
  [enterprise]: { department: 'Tour Operations' },
})

const patched = (...Operations: unknown[]) => Object.fromEntries(applyPatch(userKind, user, { Operations }))
const members = (before: string[], ...Operations: unknown[]) => {
  const group = { displayName: 'Tour Guides', members: before.map((value) => ({ value })) }
  const after = applyPatch(groupKind, readResource(groupKind, group), { Operations }).get('members')
  return Array.isArray(after) ? after.map(({ value }) => value) : []
}
const refused = (...Operations: unknown[]) => {
  try {
    return patched(...Operations)
  } catch (error) {
    return error instanceof ScimError ? error.scimType : String(error)
  }
}

test('RFC 7644, 3.5.2.1: members are added once, and attributes without a path', () => {
  const babs = { op: 'add', path: 'members', value: [{ display: 'Babs', value: '2819c223' }] }
  expect(members(['902c246b'], babs, babs)).toEqual(['902c246b', '2819c223'])
  const value = { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' }
  expect(patched({ op: 'add', value }).emails).toEqual([
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ])
})

test('RFC 7644, 3.5.2.2: one member by a filter, all members, or a value by a filter with several conditions is removed', () => {
  expect(members(['a', 'b'], { op: 'remove', path: 'members[value eq "a"]' })).toEqual(['b'])
  expect(members(['a', 'b'], { op: 'remove', path: 'members' })).toEqual([])
  const path = 'emails[type eq "work" and value ew "example.com"]'
  expect(patched({ op: 'remove', path }).emails).toBeUndefined()
  expect(
    members(
      ['a'],
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: 'b' }] },
    ),
  ).toEqual(['b'])
})

test('RFC 7644, 3.5.2.3: all members, one value by a filter, one part of it, or several attributes are replaced', () => {
  expect(members(['a'], { op: 'replace', path: 'members', value: [{ value: 'b' }, { value: 'c' }] })).toEqual(
    ['b', 'c'],
  )
  const value = { type: 'work', value: 'new@example.com' }
  expect(patched({ op: 'replace', path: 'emails[type eq "work"]', value }).emails).toEqual([
    { type: 'work', value: 'new@example.com', primary: true },
  ])
  const one = { op: 'replace', path: 'emails[type eq "work"].value', value: 'other@example.com' }
  expect(patched(one).emails).toEqual([{ type: 'work', value: 'other@example.com', primary: true }])
})

test('a newly primary address is the only primary one', () => {
  const value = [{ value: 'babs@jensen.org', type: 'home', primary: true }]
  expect(patched({ op: 'add', path: 'emails', value }).emails).toEqual([
    { value: 'bjensen@example.com', type: 'work', primary: false },
    { value: 'babs@jensen.org', type: 'home', primary: true },
  ])
})

test('Entra ID: verbs in capitals, "False" for false, dotted names and paths of extensions without a path', () => {
  expect(patched({ op: 'Replace', path: 'active', value: 'False' }).active).toBe(false)
  const value = {
    'name.familyName': 'Smith',
    displayName: 'Barbara Smith',
    [`${enterprise}:department`]: 'Sales',
    [`${enterprise}:manager`]: '26118915',
    'emails[type eq "work"].value': 'smith@example.com',
  }
  const after = patched({ op: 'Add', value })
  expect(after).toMatchObject({
    name: { givenName: 'Barbara', familyName: 'Smith' },
    displayName: 'Barbara Smith',
    [`${enterprise} department`]: 'Sales',
    emails: [{ value: 'smith@example.com', type: 'work' }],
  })
  expect(JSON.stringify(after)).not.toContain('26118915')
})

test('Entra ID: what a filter asks for is made when there is none, and a manager, a title or a telephone is passed over', () => {
  const without = readResource(userKind, { userName: 'x' })
  const Operations = [
    { op: 'Add', path: 'emails[type eq "work"].value', value: 'x@example.com' },
    { op: 'Add', path: `${cuts}:cuts[type eq "tenure"].value`, value: '0-2 years' },
    { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+1 555' },
    { op: 'Add', path: `${enterprise}:manager`, value: '26118915' },
    { op: 'Add', path: 'title', value: 'Vice President' },
  ]
  expect(Object.fromEntries(applyPatch(userKind, without, { Operations }))).toEqual({
    userName: 'x',
    emails: [{ type: 'work', value: 'x@example.com' }],
    [`${cuts} cuts`]: [{ type: 'tenure', value: '0-2 years' }],
  })
})

test('Entra ID removes members by a list of values, and Okta sends the id of a group among others', () => {
  expect(members(['a', 'b', 'c'], { op: 'Remove', path: 'members', value: [{ value: 'b' }] })).toEqual([
    'a',
    'c',
  ])
  const group = readResource(groupKind, { displayName: 'Old' })
  const value = { id: 'abf4dd94', displayName: 'New' }
  const after = applyPatch(groupKind, group, { Operations: [{ op: 'replace', value }] })
  expect(Object.fromEntries(after)).toEqual({ displayName: 'New' })
})

test.each([
  [{ op: 'move', path: 'active', value: true }, 'invalidSyntax'],
  [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
  [{ op: 'replace', path: 'emails[type eq "work"', value: 'x' }, 'invalidPath'],
  [{ op: 'replace', path: 'shoeSize', value: '42' }, 'invalidPath'],
  [{ op: 'replace', path: 'name[givenName pr]', value: 'x' }, 'invalidPath'],
  [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
  [{ op: 'add', path: 'groups', value: [{ value: 'x' }] }, 'mutability'],
  [{ op: 'replace', path: 'emails[type ne "work"].value', value: 'x' }, 'noTarget'],
  [{ op: 'replace', path: 'emails[colour eq "red"].value', value: 'x' }, 'invalidFilter'],
  [{ op: 'remove' }, 'noTarget'],
  [{ op: 'remove', path: 'userName' }, 'invalidValue'],
  [{ op: 'add', value: 'text' }, 'invalidValue'],
  [{ op: 'add', path: 7, value: 'text' }, 'invalidPath'],
])('%j is refused as %s', (operation, scimType) => {
  expect(refused(operation)).toBe(scimType)
})

test('operations of which one is refused change nothing', () => {
  expect(refused({ op: 'replace', path: 'displayName', value: 'X' }, { op: 'remove' })).toBe('noTarget')
  expect(user.has('displayName')).toBe(false)
})
