import type { Fault } from '@chorus/contracts/problems'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Table } from '../../ui/table.tsx'

/** Where each fault is and how to mend it. The messages come from the server, in English. */
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
          <td className="fault-message" lang="en">
            {fault.message}
          </td>
        </tr>
      ))}
    </Table>
  )
}
