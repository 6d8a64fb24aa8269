import type { LocalisedText } from '@chorus/contracts/instrument'
import type { OrganisationReport } from '@chorus/contracts/report'

/** What a scale or an item is called in the questionnaire. */
export function nameOf(id: string, { scales, items }: OrganisationReport): string | LocalisedText {
  return scales.find((scale) => scale.id === id)?.name ?? items.find((item) => item.id === id)?.text ?? id
}
