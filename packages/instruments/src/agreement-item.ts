import type { Locale } from '@chorus/contracts/locale'

/**
 * One statement, answered from 1 (strongly disagree) to 7 (strongly agree).
 * `against` marks a statement that speaks against the construct: it is turned round before scoring.
 */
export function agreementItem(id: string, text: Readonly<Record<Locale, string>>, polarity?: 'against') {
  return { id, reversed: polarity === 'against', min: 1, max: 7, text }
}
