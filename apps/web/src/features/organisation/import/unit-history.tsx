import type { UnitChange } from '@chorus/contracts/organisation-import'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { draftOf } from '../units/change-draft.ts'
import { changeWords } from '../units/change-words.ts'
import { EditProposal } from './edit-proposal.tsx'

/** What the file says became of units, to be kept, said otherwise or dropped one by one. */
export function UnitHistory({
  upload,
  changes,
  dropped,
  onDrop,
  onEdit,
}: {
  upload: string
  changes: readonly UnitChange[]
  dropped: ReadonlySet<number>
  onDrop: (dropped: ReadonlySet<number>) => void
  onEdit: (at: number, change: UnitChange) => void
}) {
  const { t, locale } = useTexts()
  const [editing, setEditing] = useState<number>()
  if (changes.length === 0) return null
  const toggle = (at: number) => {
    const next = new Set(dropped)
    if (!next.delete(at)) next.add(at)
    onDrop(next)
  }
  return (
    <fieldset className="stack stack-tight">
      <legend className="import-legend">{t('import.history')}</legend>
      <p className="soft">{t('import.history-words')}</p>
      {changes.map((change, at) => {
        const words = changeWords(change, t, locale)
        const draft = draftOf(change)
        return (
          <div key={at} className="stack stack-tight">
            <div className="import-proposal">
              <label className="import-tick">
                <input type="checkbox" checked={!dropped.has(at)} onChange={() => toggle(at)} />
                <span>{words}</span>
              </label>
              {draft && editing !== at && (
                <Button
                  look="quiet"
                  aria-label={t('units.change-one', { change: words })}
                  onClick={() => setEditing(at)}
                >
                  {t('units.change')}
                </Button>
              )}
            </div>
            {draft && editing === at && (
              <EditProposal
                upload={upload}
                proposed={draft}
                onCancel={() => setEditing(undefined)}
                onEdited={(edited) => {
                  onEdit(at, edited)
                  setEditing(undefined)
                }}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
