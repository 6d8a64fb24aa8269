import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import '../../ui/select.css'
import { reportableUnitsQuery } from './api/units.ts'

/** A native select over all units that the reader may open: the shortest way across the tree. */
export function UnitPicker({ current }: { current: string }) {
  const { t } = useTexts()
  const id = useId()
  const navigate = useNavigate()
  const units = useQuery(reportableUnitsQuery).data?.units ?? []
  if (units.length < 2) return null
  return (
    <div className="unit-picker">
      <label htmlFor={id}>{t('report.go-to')}</label>
      <select
        id={id}
        className="select"
        value={current}
        onChange={(event) =>
          void navigate({ to: '/reports/$unit', params: { unit: event.currentTarget.value } })
        }
      >
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {`${'\u2003'.repeat(unit.depth)}${groupName(unit.name, t)}`}
          </option>
        ))}
      </select>
    </div>
  )
}
