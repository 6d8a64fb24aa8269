import type { UnitReport } from '@chorus/contracts/report'
import { localised } from '../../../lib/i18n/localised.ts'
import type { GuideQuestion } from './topics.ts'

/** A question as it was put, and what an action that follows from it begins with. */
export type AskedQuestion = {
  readonly words: string
  readonly title: string
  readonly cause:
    | {
        readonly kind: 'scale'
        readonly wave: string
        readonly label: string
        readonly scale: string
        readonly name: UnitReport['scales'][number]['name']
      }
    | { readonly kind: 'words'; readonly text: string }
}

/** An action answers the scale of the statement in the wave that showed it; after a general question, the question. */
export function askedQuestion(
  { because }: GuideQuestion,
  words: string,
  wave: UnitReport['waves'][number] | undefined,
  locale: string,
): AskedQuestion {
  if (!because || !wave) return { words, title: '', cause: { kind: 'words', text: words } }
  const { id: scale, name } = because.scale
  const cause = { kind: 'scale' as const, wave: wave.id, label: wave.label, scale, name }
  return { words, title: `${localised(name, locale).text}: `, cause }
}
