import type { KeptUnits } from '@chorus/contracts/commons'
import type { Role } from '@chorus/contracts/session'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../lib/api/request.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { useSession } from './session.ts'

const keepers: readonly Role[] = ['manager', 'stand-in', 'hr', 'part-hr']

const address = '/api/community/export'

const unitsQuery = queryOptions({
  queryKey: ['kept-units'],
  queryFn: () => request<KeptUnits>('GET', `${address}/units`),
})

/** Everything of one's units, or of one of them and those below it, as a file; for whoever keeps any. */
export function TakeAlong() {
  const { t } = useTexts()
  const { roles } = useSession()
  const isKeeper = keepers.some((role) => roles.includes(role))
  const units = useQuery({ ...unitsQuery, enabled: isKeeper }).data?.units ?? []
  const [unit, setUnit] = useState('')
  if (!isKeeper) return null
  return (
    <section className="take-along stack" aria-labelledby="take-along">
      <h2 id="take-along">{t('learning-export.title')}</h2>
      <p className="measure">{t('learning-export.words')}</p>
      <div className="take-along-unit">
        {units.length > 1 && (
          <Choice
            label={t('learning-export.unit')}
            value={unit}
            onChange={({ currentTarget }) => setUnit(currentTarget.value)}
            options={[['', t('learning-export.all')], ...units.map(({ id, name }) => [id, name] as const)]}
          />
        )}
        <a
          className={buttonClass('plain')}
          href={unit === '' ? address : `${address}?unit=${encodeURIComponent(unit)}`}
          download="learning.json"
        >
          {t('learning-export.file')}
        </a>
      </div>
    </section>
  )
}
