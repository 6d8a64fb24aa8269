import { languages } from '@chorus/contracts/locale'
import type { ProposedChange } from '@chorus/contracts/rights'
import type { Translate } from '../../lib/i18n/texts.ts'

type OfKind<K extends ProposedChange['kind']> = Extract<ProposedChange, { kind: K }>

/** Who takes concerns from then on, with all that senders are told; or does so no longer. */
export function trustedChange(change: OfKind<'trusted-named' | 'trusted-dismissed'>, t: Translate) {
  const { kind, name, office, escalation } = change
  if (kind === 'trusted-dismissed')
    return {
      title: t('rules.trusted.dismissed', { name, office }),
      told: [t('trusted.dismiss-words', { name: escalation })],
    }
  const spoken = change.languages.map((language) => languages[language].name).join(', ')
  const { also, escalationAlso } = change
  const told = [
    ...(also ? [t(`concern.also.${also}`, { name })] : []),
    t('rules.part-new', { what: t('trusted.escalation'), now: escalation }),
    ...(escalationAlso ? [t(`concern.also.${escalationAlso}`, { name: escalation })] : []),
    t('rules.part-new', { what: t('trusted.about'), now: change.about || t('rules.empty') }),
    t('rules.part-new', { what: t('trusted.languages'), now: spoken }),
  ]
  return { title: t('rules.trusted.named', { name, office }), told }
}

export function concernSettingsChange(
  { before, after }: OfKind<'concern-settings'>,
  t: Translate,
): readonly string[] {
  const parts = [
    ['trusted.answer-within', before.answerWithinDays, after.answerWithinDays],
    ['trusted.erase-after', before.eraseAfterDays, after.eraseAfterDays],
  ] as const
  return parts
    .filter(([, then, now]) => then !== now)
    .map(([what, then, now]) => t('rules.part', { what: t(what), now: `${now}`, before: `${then}` }))
}
