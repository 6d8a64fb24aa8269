import type { ItemFit } from '@chorus/contracts/organisation-statistics'
import type { OrganisationReport } from '@chorus/contracts/report'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Table } from '../../../ui/table.tsx'
import { showTwo } from './in-words.ts'
import { nameOf } from './name-of.ts'

/** How each statement goes with the others of its scale. */
export function ItemFitTable({
  name,
  items,
  report,
}: {
  name: string
  items: readonly ItemFit[]
  report: OrganisationReport
}) {
  const { t, locale } = useTexts()
  const reversed = new Set(report.items.flatMap((item) => (item.reversed ? [item.id] : [])))
  return (
    <Table
      caption={t('reliability.items-caption', { scale: name })}
      columns={[t('reliability.item'), t('reliability.item-rest'), t('reliability.alpha-without')]}
    >
      {items.map(({ id, itemRest, alphaIfDeleted }) => {
        const { text, lang } = localised(nameOf(id, report), locale)
        return (
          <tr key={id}>
            <th scope="row" className="reliability-what">
              <span lang={lang}>{text}</span>
              {reversed.has(id) && <span className="small soft">{t('reliability.reversed')}</span>}
            </th>
            <td>{showTwo(itemRest, locale)}</td>
            <td>{alphaIfDeleted === null ? '–' : showTwo(alphaIfDeleted, locale)}</td>
          </tr>
        )
      })}
    </Table>
  )
}
