import type { ScaleStatistics, WhyAbsent } from '@chorus/contracts/organisation-statistics'
import type { OrganisationReport } from '@chorus/contracts/report'
import type { Translate } from '../../../lib/i18n/texts.ts'

/** What the figures of one scale say, in a sentence each: how it measures, whether teams differ, how far people agree. */
export function scaleSentences(
  { omega, teams, agreement }: Pick<ScaleStatistics, 'omega' | 'teams' | 'agreement'>,
  needs: OrganisationReport['needs'],
  t: Translate,
  locale: string,
): string[] {
  const why = (code: WhyAbsent) => t(`reliability.why.${code}`, needs)
  const sentences: string[] = []
  if ('absent' in omega) sentences.push(t('reliability.measures.absent', { why: why(omega.absent) }))
  else
    sentences.push(
      t(`reliability.measures.${measuring(omega.value)}`, { value: showTwo(omega.value, locale) }),
    )

  if ('absent' in teams) sentences.push(t('reliability.teams.absent', { why: why(teams.absent) }))
  else if (teams.differ)
    sentences.push(t('reliability.teams.differ', { share: showWhole(teams.icc1.value, locale) }))
  else sentences.push(t('reliability.teams.level'))

  if ('absent' in agreement) {
    // Where teams are too few for one they are too few for the other: said once.
    if (!('absent' in teams) || teams.absent !== agreement.absent)
      sentences.push(t('reliability.agree.absent', { why: why(agreement.absent) }))
    return sentences
  }
  sentences.push(t(`reliability.agree.${agreeing(agreement.uniform)}`))
  if ('value' in agreement.slightSkew && agreement.uniform - agreement.slightSkew.value >= 0.2)
    sentences.push(t('reliability.agree.pseudo', { value: showTwo(agreement.slightSkew.value, locale) }))
  return sentences
}

/** A coefficient or share to two decimals, as it was released. */
export function showTwo(value: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return format.format(value).replace('-', '−')
}

/** A share in whole per cent. */
export function showWhole(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

function measuring(omega: number): 'well' | 'fairly' | 'poorly' {
  return omega >= 0.8 ? 'well' : omega >= 0.7 ? 'fairly' : 'poorly'
}

/** The words that cells use for agreement too. */
function agreeing(agreement: number): 'strong' | 'moderate' | 'weak' {
  return agreement >= 0.7 ? 'strong' : agreement >= 0.5 ? 'moderate' : 'weak'
}
