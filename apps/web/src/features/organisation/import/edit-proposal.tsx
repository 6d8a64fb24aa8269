import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { ImportUnits } from '@chorus/contracts/unit-changes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { importUnitsQuery } from '../api/unit-changes.ts'
import { type ChangeDraft, isComplete, kindOf } from '../units/change-draft.ts'
import { ChangeFields } from '../units/change-fields.tsx'

const kinds = ['new-id', 'merged', 'split', 'closed'] as const

/** Says otherwise what a file says became of units. */
export function EditProposal({
  upload,
  proposed,
  onEdited,
  onCancel,
}: {
  upload: string
  proposed: ChangeDraft
  onEdited: (change: UnitChange) => void
  onCancel: () => void
}) {
  const { t } = useTexts()
  const [draft, setDraft] = useState(proposed)
  const [asked, setAsked] = useState(false)
  const take = (units: ImportUnits) => {
    setAsked(true)
    if (isComplete(draft)) onEdited(changeOf(draft, units))
  }
  return (
    <Loaded query={useQuery(importUnitsQuery(upload))}>
      {(units) => (
        <div className="import-waiting stack">
          <ChangeFields
            kinds={kinds}
            draft={draft}
            before={units.before}
            after={units.after}
            onChange={setDraft}
          />
          {asked && !isComplete(draft) && (
            <p className="field-problem" role="alert">
              {t('units.missing')}
            </p>
          )}
          <div className="import-buttons">
            <Button look="main" onClick={() => take(units)}>
              {t('units.take-over')}
            </Button>
            <Button look="quiet" onClick={onCancel}>
              {t('units.cancel')}
            </Button>
          </div>
        </div>
      )}
    </Loaded>
  )
}

function changeOf(draft: ChangeDraft, { before, after }: ImportUnits): UnitChange {
  const named = (ids: readonly string[], units: ImportUnits['before']) =>
    ids.map((id) => ({ id, name: units.find((unit) => unit.id === id)?.name ?? id }))
  return { kind: kindOf(draft), from: named(draft.from, before), to: named(draft.to, after) }
}
