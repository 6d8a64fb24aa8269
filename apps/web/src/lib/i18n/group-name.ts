import { readGroupName } from '@chorus/contracts/joined-groups'
import type { Translate } from './texts.ts'

/** The name of a unit or group as its reader says it: names of joined groups come from the server in English, units as they are called. */
export function groupName(name: string, t: Translate): string {
  const joined = readGroupName(name)
  if (!joined) return name
  if (joined.kind === 'with-others')
    return t('shared.group.with-others', { group: groupName(joined.group, t), unit: joined.unit })
  return t(`shared.group.${joined.kind}`, { unit: joined.unit })
}
