import type { Role } from '@chorus/contracts/session'
import { expect, test } from 'vitest'
import { places, placesInGroups } from './places.ts'

const all: readonly Role[] = ['employee', 'manager', 'stand-in', 'hr', 'part-hr', 'administrator', 'auditor']
const pathsOf = (roles: readonly Role[], where: 'start' | 'settings') =>
  placesInGroups(roles, where).flatMap((group) => group.places.map(({ to }) => to))

test.each(all)('%s finds every page of the role once, on the start page or among the settings', (role) => {
  const found = [...pathsOf([role], 'start'), ...pathsOf([role], 'settings')]
  const own = places.filter(({ roles }) => roles.includes(role)).map(({ to }) => to)
  expect(found.toSorted()).toEqual(own.toSorted())
  expect(new Set(found).size).toBe(found.length)
})

test('somebody with several roles sees one list, without a page twice', () => {
  expect(pathsOf(['employee', 'hr', 'administrator'], 'start')).toEqual([
    '/reports',
    '/programmes',
    '/set-up',
    '/instruments',
    '/jobs',
    '/people',
    '/organisation',
    '/moderation',
    '/trust',
    '/stored',
    '/receipts',
    '/sessions',
  ])
})

test('an employee has own things alone, and no settings', () => {
  expect(placesInGroups(['employee'], 'start').map(({ group }) => group)).toEqual(['own'])
  expect(placesInGroups(['employee'], 'settings')).toEqual([])
})
