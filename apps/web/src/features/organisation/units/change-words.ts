import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import type { Translate } from '../../../lib/i18n/texts.ts'

const kindWords: Record<UnitChange['kind'], MessageId> = {
  renamed: 'import.history.renamed',
  moved: 'import.history.moved',
  merged: 'import.history.merged',
  split: 'import.history.split',
  closed: 'import.history.closed',
}

/** What became of units, in a sentence. */
export function changeWords({ kind, from, to }: UnitChange, t: Translate, locale: string): string {
  const list = new Intl.ListFormat(locale)
  const names = (units: UnitChange['from']) => list.format(units.map(({ name }) => name))
  const isSame = kind === 'renamed' && names(from) === names(to)
  return t(isSame ? 'import.history.same' : kindWords[kind], { from: names(from), to: names(to) })
}
