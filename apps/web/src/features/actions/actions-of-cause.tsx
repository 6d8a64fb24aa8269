import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { codeOf } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ActionFacts } from './action-facts.tsx'
import { actionBoardQuery } from './api/action-board.ts'
import { unitActionsQuery } from './api/unit-actions.ts'
import { EditAction } from './edit-action.tsx'
import './actions.css'

type Props = {
  unit: string
  cause: { readonly kind: 'experiment' | 'review' | 'session'; readonly id: string; readonly title: string }
}

/** What a unit and those below it do that follows from one thing, with a way to add more for those who may. */
export function ActionsOfCause({ unit, cause }: Props) {
  const { t } = useTexts()
  const [isOpen, setIsOpen] = useState(false)
  const query = useQuery(actionBoardQuery({ unit, show: '', cause: cause.kind }))
  const mayWrite = useQuery(unitActionsQuery(unit)).data?.mayWrite ?? false
  if (codeOf(query.error) === 'unknown-unit') return null
  return (
    <Loaded query={query}>
      {({ actions }) => {
        const own = actions.filter((one) => one.cause?.kind === cause.kind && one.cause.id === cause.id)
        return (
          <>
            {own.length === 0 && <p className="measure">{t('actions.none')}</p>}
            <ul className="actions">
              {own.map((action) => (
                <li key={action.id} className="action">
                  <ActionFacts action={action} withoutCause />
                </li>
              ))}
            </ul>
            {mayWrite && (
              <div>
                <Button onClick={() => setIsOpen(true)}>{t('actions.add')}</Button>
              </div>
            )}
            {isOpen && (
              <EditAction
                unit={unit}
                answers={[]}
                draft={{ title: '', cause, due: '' }}
                onClose={() => setIsOpen(false)}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}
