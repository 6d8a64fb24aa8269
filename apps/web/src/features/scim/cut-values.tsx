import type { ScimCutsNow } from '@chorus/contracts/scim'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { attributeNames } from './attribute-names.ts'
import './scim-cuts.css'

/** What people have today of each cut: an attribute with a value for nearly everybody shows here that it splits nothing. */
export function CutValues({ cuts, now }: ScimCutsNow) {
  const { t } = useTexts()
  const columns = ['scim-cuts.cut', 'scim-cuts.from', 'scim-cuts.values'] as const
  return (
    <Table stacked caption={t('scim-cuts.now')} columns={columns.map((column) => t(column))}>
      {now.map(({ cut, values, inAll }) => {
        const source = attributeNames.find(([name]) => cuts[name] === cut)
        return (
          <tr key={cut}>
            <th scope="row">
              <bdi>{cut}</bdi>
            </th>
            <td>{source ? <bdi>{source[1]}</bdi> : t('scim-cuts.elsewhere')}</td>
            <td>
              <ul className="scim-values">
                {values.map(({ value, people }) => (
                  <li key={value}>
                    <bdi>{value}</bdi> ({t('scim-cuts.value', { people })})
                  </li>
                ))}
                {inAll > values.length && <li>{t('scim-cuts.more', { count: inAll - values.length })}</li>}
              </ul>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}
