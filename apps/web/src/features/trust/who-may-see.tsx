import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'

const readers = [
  'employee',
  'manager',
  'stand-in',
  'hr',
  'part-hr',
  'auditor',
  'administrator',
  'operator',
] as const

export function WhoMaySee() {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="trust-readers">
      <h2 id="trust-readers">{t('trust.readers')}</h2>
      <Table
        stacked
        caption={t('trust.readers-caption')}
        columns={[t('trust.reader'), t('trust.sees'), t('trust.never-sees')]}
      >
        {readers.map((reader) => (
          <tr key={reader}>
            <th scope="row">{t(`trust.reader.${reader}`)}</th>
            <td>{t(`trust.reader.${reader}-sees`)}</td>
            <td>{t(`trust.reader.${reader}-never`)}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
