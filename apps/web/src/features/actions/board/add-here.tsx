import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { unitActionsQuery } from '../api/unit-actions.ts'
import { EditAction } from '../edit-action.tsx'

/** To add something that a unit does. Nothing for those who may not. */
export function AddHere({ unit }: { unit: string }) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const found = useQuery(unitActionsQuery(unit)).data
  if (!found?.mayWrite) return null
  return (
    <div>
      <Button look="main" onClick={() => setIsOpen(true)}>
        {t('board.add', { unit: found.unit.name })}
      </Button>
      {isOpen && <EditAction unit={found.unit.id} answers={[]} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
