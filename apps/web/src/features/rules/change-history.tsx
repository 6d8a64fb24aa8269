import type { RuleChange } from '@chorus/contracts/rights'
import { showDay } from '../../lib/format/dates.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'
import { ChangeWords } from './change-words.tsx'

export function ChangeHistory({ changes }: { changes: readonly RuleChange[] }) {
  const { t, locale } = useTexts()
  if (changes.length === 0) return <p className="soft">{t('rules.none')}</p>
  return (
    <Table
      stacked
      caption={t('rules.history')}
      columns={[
        t('rules.column.day'),
        t('rules.column.change'),
        t('rules.column.who'),
        t('rules.column.since'),
      ]}
    >
      {changes.map((one) => (
        <tr key={one.id}>
          <td className="trust-when">{showDay(one.decidedOn ?? one.proposedOn, locale)}</td>
          <td>
            <ChangeWords change={one.change} />
          </td>
          <td>
            {one.decidedBy === null
              ? t('rules.who.alone', { name: one.proposedBy })
              : t('rules.who.both', { name: one.proposedBy, second: one.decidedBy })}
          </td>
          <td>{stateWords(one, t)}</td>
        </tr>
      ))}
    </Table>
  )
}

function stateWords({ state, change, since, reason }: RuleChange, t: Translate): string {
  if (state === 'declined') return t('rules.state.declined', { reason })
  if (state === 'withdrawn') return t('rules.state.withdrawn')
  if (!('programme' in change)) return t('rules.state.agreed')
  return since === null ? t('rules.state.next') : t('rules.state.since', { wave: since })
}
