import type { UploadedImport } from '@chorus/contracts/organisation-import'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import type { Translate } from '../../../lib/i18n/texts.ts'

type Because = UploadedImport['columns'][number]['because']

export const becauseWords: Record<Because, MessageId> = {
  remembered: 'import.because.remembered',
  name: 'import.because.name',
  content: 'import.because.content',
  unknown: 'import.because.unknown',
}

const fields: readonly (readonly [meaning: string, words: MessageId])[] = [
  ['ignore', 'import.meaning.ignore'],
  ['person_id', 'import.meaning.person_id'],
  ['name', 'import.meaning.name'],
  ['first_name', 'import.meaning.first_name'],
  ['last_name', 'import.meaning.last_name'],
  ['email', 'import.meaning.email'],
  ['unit_id', 'import.meaning.unit_id'],
  ['manager', 'import.meaning.manager'],
  ['role', 'import.meaning.role'],
  ['manages', 'import.meaning.manages'],
  ['hr_units', 'import.meaning.hr_units'],
  ['zone', 'import.meaning.zone'],
  ['language', 'import.meaning.language'],
  ['channel', 'import.meaning.channel'],
]
const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** What a column may mean, by value and words. An attribute is called as its column is, unless the file says it otherwise. */
export function meaningOptions(
  header: string,
  chosen: string,
  t: Translate,
): readonly (readonly [value: string, words: string])[] {
  const cut = chosen.startsWith('cut:') ? chosen : `cut:${header.replace(/^cut:/, '')}`
  return [
    ...fields.map(([meaning, words]) => [meaning, t(words)] as const),
    ...levels.map((level) => [`level:${level}`, t('import.meaning.level', { level })] as const),
    ...(cut === 'cut:' ? [] : [[cut, t('import.meaning.cut', { name: cut.slice('cut:'.length) })] as const]),
  ]
}
