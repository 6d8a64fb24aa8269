import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Choice } from '../../../ui/choice.tsx'
import { type ChangeDraft, type ChangeKind, withKind } from './change-draft.ts'
import { type PickableUnit, UnitPick, UnitPicks } from './unit-picks.tsx'

const kindWords: Record<ChangeKind, MessageId> = {
  merged: 'units.kind.merged',
  split: 'units.kind.split',
  'new-id': 'units.kind.new-id',
  renamed: 'units.kind.renamed',
  closed: 'units.kind.closed',
}

/** What happened, and to which units. */
export function ChangeFields({
  kinds,
  draft,
  before,
  after,
  onChange,
}: {
  kinds: readonly ChangeKind[]
  draft: ChangeDraft
  before: readonly PickableUnit[]
  after: readonly PickableUnit[]
  onChange: (draft: ChangeDraft) => void
}) {
  const { t } = useTexts()
  const { kind, from, to } = draft
  const From = kind === 'merged' ? UnitPicks : UnitPick
  const To = kind === 'split' ? UnitPicks : UnitPick
  const isOne = kind === 'renamed' || kind === 'closed'
  return (
    <>
      <Choice
        label={t('units.kind')}
        value={kind}
        options={kinds.map((one) => [one, t(kindWords[one])])}
        onChange={({ target }) => {
          const chosen = kinds.find((one) => one === target.value)
          if (chosen) onChange(withKind(draft, chosen))
        }}
      />
      <From
        label={t(isOne ? 'units.unit' : 'units.from')}
        units={before}
        chosen={from}
        onChange={(chosen) => onChange({ ...draft, from: chosen })}
      />
      {!isOne && (
        <To
          label={t('units.to')}
          units={after}
          chosen={to}
          onChange={(chosen) => onChange({ ...draft, to: chosen })}
        />
      )}
    </>
  )
}
