import { joinedGroupName } from '@chorus/contracts/joined-groups'
import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { groupName } from './group-name.ts'
import french from './messages/fr/shared.json' with { type: 'json' }
import type { Translate } from './texts.ts'

const t: Translate = (id, values) => i18n._(id, values)

test('groups that Chorus joined are named in the language of the reader, units as they are called', () => {
  i18n.loadAndActivate({ locale: 'fr', messages: french })
  const small = joinedGroupName.smallTeams('Platform')
  expect(groupName('Platform', t)).toBe('Platform')
  expect(groupName(small, t)).toBe('Petites équipes de Platform')
  expect(groupName(joinedGroupName.withSmallTeams('Platform'), t)).toBe('Platform avec ses petites équipes')
  expect(groupName(joinedGroupName.withOthers(small, 'Meridian'), t)).toBe(
    'Petites équipes de Platform et autres de Meridian',
  )
})
