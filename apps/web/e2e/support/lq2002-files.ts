import { sharedTable } from '../../../../apps/api/src/summarize/support/shared-data.ts'

/** Companies of the data that become teams. */
const teams = 12

/** Real data with a licence of their own, read from outside: every second row is the earlier wave. */
export function filesOfLq2002(
  days: readonly string[],
): Record<'waves' | 'units' | 'responses' | 'instrument', string> {
  const { header, rows } = sharedTable('lq2002_items.csv')
  const items = header.filter((name) => name.startsWith('LEAD'))
  const inRow = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
  const companies = [...new Set(rows.map((row) => inRow(row, 'company')))].slice(0, teams)
  const answers = rows
    .filter((row) => companies.includes(inRow(row, 'company')))
    .map((row, i) => [`w${i % 2}`, inRow(row, 'company'), ...items.map((item) => inRow(row, item))].join(','))
  return {
    waves: ['wave,closed,label', ...days.map((day, i) => `w${i},${day},Old survey ${i + 1}`)].join('\n'),
    units: [
      'unit_id,parent_id,name',
      'all,,All teams',
      ...companies.map((id) => `${id},all,Team ${id}`),
    ].join('\n'),
    responses: [['wave', 'unit_id', ...items].join(','), ...answers].join('\n'),
    instrument: JSON.stringify({
      id: 'lq2002',
      name: 'Leadership climate',
      scales: [
        {
          id: 'leader-as-model',
          name: 'Leadership climate',
          role: 'core',
          items: items.map((id) => ({ id, min: 1, max: 5, text: { en: id } })),
        },
      ],
    }),
  }
}
