import type { ScaleTrend } from '@chorus/contracts/report'
import { localised } from '../../lib/i18n/localised.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

type ClauseKind = 'up' | 'down' | 'no-change' | 'too-few' | 'first' | 'protected'
export type Clause = { kind: ClauseKind; scales: ScaleTrend['name'][] }

/** What the latest wave says about each scale; what moved stands first. */
export function headlineClauses(scales: readonly Pick<ScaleTrend, 'name' | 'points'>[]): Clause[] {
  return order
    .map((kind) => ({
      kind,
      scales: scales.filter((scale) => kindOf(scale) === kind).map((scale) => scale.name),
    }))
    .filter((clause) => clause.scales.length > 0)
}

/** The clauses as one sentence: "Belonging rose, more than chance would explain; no change shown for safety." */
export function headlineSentence(clauses: readonly Clause[], t: Translate, locale: string): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const [first, ...further] = clauses.map(({ kind, scales }) =>
    t(`report.headline.${kind}`, {
      scales: list.format(scales.map((name) => insideSentence(localised(name, locale).text, locale))),
      count: scales.length,
    }),
  )
  if (first === undefined) return ''
  const whole = further.reduce((before, after) => t('report.headline-join', { before, after }), first)
  return t('report.headline-end', {
    sentence: `${whole.charAt(0).toLocaleUpperCase(locale)}${whole.slice(1)}`,
  })
}

const order: readonly ClauseKind[] = ['up', 'down', 'no-change', 'too-few', 'first', 'protected']

function kindOf({ points }: Pick<ScaleTrend, 'points'>): ClauseKind {
  const latest = points.at(-1)
  if (latest?.status !== 'published') return 'protected'
  switch (latest.change?.verdict) {
    case 'up':
      return 'up'
    case 'down':
      return 'down'
    case 'no change shown':
      return 'no-change'
    case 'too few':
      return 'too-few'
    case undefined:
      return 'first'
  }
}

/** Names of scales are written small inside a sentence, unless they are abbreviations; in German they are not. */
function insideSentence(name: string, locale: string): string {
  if (locale === 'de' || !/^\p{Lu}\p{Ll}/u.test(name)) return name
  return name.charAt(0).toLocaleLowerCase(locale) + name.slice(1)
}
