import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinedGroupName, readGroupName } from './joined-groups.ts'

const plain = fc.string({ minLength: 1 }).filter((name) => !/small teams|others of|Small teams/i.test(name))

test('whatever a unit is called, the name of a joined group is read back', () => {
  fc.assert(
    fc.property(plain, plain, (unit, root) => {
      const small = joinedGroupName.smallTeams(unit)
      expect(readGroupName(small)).toEqual({ kind: 'small-teams', unit })
      expect(readGroupName(joinedGroupName.withSmallTeams(unit))).toEqual({ kind: 'with-small-teams', unit })
      expect(readGroupName(joinedGroupName.withOthers(small, root))).toEqual({
        kind: 'with-others',
        group: small,
        unit: root,
      })
      expect(readGroupName(unit)).toBeNull()
    }),
  )
})
