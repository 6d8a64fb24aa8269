import type { Driver } from '@chorus/contracts/organisation-statistics'
import type { Band } from '@chorus/contracts/publish'
import type { OrganisationReport } from '@chorus/contracts/report'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Table } from '../../../ui/table.tsx'
import { showTwo } from './in-words.ts'
import { nameOf } from './name-of.ts'

/** The weights with their intervals, beside those of a scale made of random numbers. */
export function DriversTable({
  drivers,
  report,
}: {
  drivers: readonly Driver[]
  report: OrganisationReport
}) {
  const { t, locale } = useTexts()
  const show = (interval: Band | null) =>
    interval ? `${showTwo(interval.lo, locale)} – ${showTwo(interval.hi, locale)}` : '–'
  return (
    <Table
      figures
      caption={t('reliability.drivers-caption')}
      columns={[
        t('reliability.scale'),
        t('reliability.weight'),
        t('reliability.interval'),
        t('reliability.above'),
      ]}
    >
      {drivers.map(({ scale, weight, interval, aboveRandom }) => (
        <tr key={scale}>
          <th scope="row">{localised(nameOf(scale, report), locale).text}</th>
          <td>{showTwo(weight, locale)}</td>
          <td>{show(interval)}</td>
          <td>{show(aboveRandom)}</td>
        </tr>
      ))}
    </Table>
  )
}
