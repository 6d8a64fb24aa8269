import { loadCatalogue } from 'virtual:texts/rules'
import type { Manifest } from '@chorus/contracts/collect'
import { type Locale, languages, locales } from '@chorus/contracts/locale'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import { setupI18n } from '@lingui/core'
import { renderToString } from 'react-dom/server'
import { formatLocale } from '../../lib/format/format-locale.ts'
import { isolate } from '../../lib/i18n/isolate.ts'
import { policyDifferenceWords } from '../../lib/i18n/policy-difference.ts'

/**
 * For the server: what changed in the rules and in what is asked since the wave before, in words; empty where nothing did. In all languages, of which the page shows the
 * reader's, so that no word of it has to be in the script.
 */
export async function whatChanged({
  policy,
  policyBefore,
  statementsChanged,
}: Pick<Manifest, 'policy' | 'policyBefore' | 'statementsChanged'>): Promise<string> {
  if (!policyBefore && !statementsChanged) return ''
  const differences = policyBefore ? policyDifferences(policyBefore, policy) : []
  const told = await Promise.all(locales.map(async (locale) => ({ locale, t: await textsIn(locale) })))
  return renderToString(
    told.map(({ locale, t }) => (
      <div key={locale} lang={locale} dir={languages[locale].direction}>
        <strong>{t('rules.told.title')}</strong>
        <ul>
          {differences.map((one) => (
            <li key={one.what}>{policyDifferenceWords(one, t)}</li>
          ))}
          {statementsChanged && <li>{t('rules.told.statements')}</li>}
        </ul>
      </div>
    )),
  )
}

async function textsIn(locale: Locale): Promise<Parameters<typeof policyDifferenceWords>[1]> {
  const messages = await loadCatalogue(locale)
  const i18n = setupI18n({ locale, locales: formatLocale(locale), messages: { [locale]: messages } })
  return (id, values) => i18n._(id, languages[locale].direction === 'rtl' ? isolate(values) : values)
}
