import { causeKinds } from '@chorus/contracts/action-causes'
import type { ActionBoard } from '@chorus/contracts/actions'
import type { ReactNode } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { BoardChoice } from '../api/action-board.ts'

type Props = {
  units: ActionBoard['units']
  choice: BoardChoice
  onChange: (choice: BoardChoice) => void
  /** What else is chosen, beside them. */
  children: ReactNode
}

/** Which actions the board shows. */
export function BoardChoices({ units, choice, onChange, children }: Props) {
  const { t } = useTexts()
  return (
    <div className="board-choices">
      <Choice
        label={t('board.unit')}
        value={choice.unit}
        onChange={({ currentTarget: { value } }) => onChange({ ...choice, unit: value })}
        options={[
          ['', t('board.unit-all')] as const,
          ...units.map(({ id, name }): [string, string] => [id, name]),
        ]}
      />
      <Choice
        label={t('board.show')}
        value={choice.show}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...choice, show: value === 'mine' || value === 'late' ? value : '' })
        }
        options={[
          ['', t('board.show-all')],
          ['mine', t('board.show-mine')],
          ['late', t('board.show-late')],
        ]}
      />
      <Choice
        label={t('board.cause')}
        value={choice.cause}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...choice, cause: causeKinds.find((kind) => kind === value) ?? '' })
        }
        options={[
          ['', t('board.cause-all')] as const,
          ...causeKinds.map((kind) => [kind, t(`board.cause.${kind}`)] as const),
        ]}
      />
      {children}
    </div>
  )
}
