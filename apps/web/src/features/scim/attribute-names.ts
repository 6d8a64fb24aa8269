import type { ScimCutSource } from '@chorus/contracts/scim'

/** As identity providers write them, in the order of the form. */
export const attributeNames: readonly (readonly [source: ScimCutSource, written: string])[] = [
  ['userType', 'userType'],
  ['department', 'department'],
  ['division', 'division'],
  ['costCenter', 'costCenter'],
  ['organization', 'organization'],
  ['locality', 'addresses[type eq "work"].locality'],
  ['region', 'addresses[type eq "work"].region'],
  ['country', 'addresses[type eq "work"].country'],
]
