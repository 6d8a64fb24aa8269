import { useQuery } from '@tanstack/react-query'
import { showCount } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Table } from '../../ui/table.tsx'
import { policyQuery } from './api/policy.ts'

/** Every threshold with its reason. */
export function Rules() {
  const { t, locale } = useTexts()
  return (
    <section className="stack" aria-labelledby="trust-rules">
      <h2 id="trust-rules">{t('trust.rules')}</h2>
      <p className="measure">{t('trust.rules-words')}</p>
      <Loaded query={useQuery(policyQuery)}>
        {({ thresholds }) => (
          <Table
            stacked
            caption={t('trust.rules-caption')}
            columns={[t('trust.rule'), t('trust.rule-value'), t('trust.rule-reason')]}
          >
            {thresholds.map(({ code, value }) => (
              <tr key={code}>
                <th scope="row">{t(`trust.threshold.${code}`)}</th>
                <td>{showCount(value, locale)}</td>
                <td>{t(`trust.threshold.${code}-reason`)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Loaded>
    </section>
  )
}
