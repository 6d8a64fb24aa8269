import type { UnitChanges } from '@chorus/contracts/unit-changes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { removeUnitChange, unitChangesQuery } from '../api/unit-changes.ts'
import { changeWords } from './change-words.ts'
import { NoteChange } from './note-change.tsx'

/** What became of units, by day, with what HR adds and takes away. */
export function UnitChangesCard() {
  const { t } = useTexts()
  const client = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: unitChangesQuery.queryKey })
  return (
    <Card labelledBy="unit-changes">
      <h2 id="unit-changes">{t('units.title')}</h2>
      <p className="soft">{t('units.words')}</p>
      <Loaded query={useQuery(unitChangesQuery)}>
        {({ changes, units }) => (
          <>
            {changes.length === 0 && <p>{t('units.none')}</p>}
            <ul className="import-list">
              {changes.map((change) => (
                <Noted key={change.id} change={change} onRemoved={refresh} />
              ))}
            </ul>
            {isAdding ? (
              <NoteChange
                units={units}
                onCancel={() => setAdding(false)}
                onNoted={async () => {
                  await refresh()
                  setAdding(false)
                }}
              />
            ) : (
              <div>
                <Button onClick={() => setAdding(true)}>{t('units.add')}</Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}

function Noted({
  change,
  onRemoved,
}: {
  change: UnitChanges['changes'][number]
  onRemoved: () => Promise<void>
}) {
  const { t, locale } = useTexts()
  const [asked, setAsked] = useState(false)
  const removing = useMutation({ mutationFn: () => removeUnitChange(change.id), onSuccess: onRemoved })
  const words = changeWords(change, t, locale)
  return (
    <li className="unit-change">
      <p>
        <span className="small soft">{showDay(change.day, locale)}</span>
        <br />
        {words}
      </p>
      <div className="import-buttons">
        {asked ? (
          <>
            <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
              {t('units.sure')}
            </Button>
            <Button look="quiet" onClick={() => setAsked(false)}>
              {t('units.cancel')}
            </Button>
          </>
        ) : (
          <Button
            look="quiet"
            aria-label={t('units.remove-one', { change: words })}
            onClick={() => setAsked(true)}
          >
            {t('units.remove')}
          </Button>
        )}
      </div>
      {removing.error && <ProblemNotice error={removing.error} />}
    </li>
  )
}
