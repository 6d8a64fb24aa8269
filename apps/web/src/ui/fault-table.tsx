import type { Fault } from '@chorus/contracts/problems'
import { hasText, useTexts } from '../lib/i18n/texts.ts'
import { Table } from './table.tsx'
import './fault-table.css'

/** Where each fault of some files is and how to mend it. */
export function FaultTable({ faults, inAll }: { faults: readonly Fault[]; inAll: number }) {
  const { t } = useTexts()
  return (
    <Table
      caption={t('organisation.faults.caption', { shown: faults.length, all: inAll })}
      columns={[
        t('organisation.faults.file'),
        t('organisation.faults.line'),
        t('organisation.faults.column'),
        t('organisation.faults.message'),
      ]}
    >
      {faults.map((fault) => (
        <tr key={`${fault.file} ${fault.line} ${fault.column} ${fault.code}`}>
          <td>{fault.file}</td>
          <td>{fault.line ?? '–'}</td>
          <td>{fault.column ?? '–'}</td>
          <td className="fault-message">
            <FaultWords fault={fault} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

/** A fault that this page has no words for is said in the server's, which are English. */
function FaultWords({ fault }: { fault: Fault }) {
  const { t } = useTexts()
  const id = `fault.${fault.code}`
  return hasText(id) ? (
    t(id, fault.values)
  ) : (
    <span lang="en" dir="ltr">
      {fault.message}
    </span>
  )
}
