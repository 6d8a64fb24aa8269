import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Table } from '../../ui/table.tsx'
import { policyQuery } from './api/policy.ts'

/** Every threshold with its reason. The reasons come from the server, in English. */
export function Rules() {
  const { t, locale } = useTexts()
  return (
    <section className="stack" aria-labelledby="trust-rules">
      <h2 id="trust-rules">{t('trust.rules')}</h2>
      <p className="measure">{t('trust.rules-words')}</p>
      <Loaded query={useQuery(policyQuery)}>
        {({ thresholds }) => (
          <Table
            caption={t('trust.rules-caption')}
            columns={[t('trust.rule'), t('trust.rule-value'), t('trust.rule-reason')]}
          >
            {thresholds.map(({ name, value, reason }) => (
              <tr key={name}>
                <th scope="row" lang="en">
                  {name}
                </th>
                <td>{new Intl.NumberFormat(locale).format(value)}</td>
                <td lang="en">{reason}</td>
              </tr>
            ))}
          </Table>
        )}
      </Loaded>
    </section>
  )
}
