import type { DraftScale, InstrumentDraft } from '@chorus/contracts/instruments'
import type { Locale } from '@chorus/contracts/locale'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { emptyItem, freeId, moved, withItem } from './change-draft.ts'
import { ItemEditor } from './item-editor.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { TextField } from './text-field.tsx'

const roles = ['core', 'rotating', 'outcome'] as const

type Props = {
  scale: DraftScale
  number: number
  isLast: boolean
  words: { language: Locale; beside: Locale | null }
  /** This draft and the version before: what new ids may not be called. */
  drafts: readonly (InstrumentDraft | null)[]
  onChange: (scale: DraftScale) => void
  onRemoveItem: (scale: DraftScale) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

export function ScaleEditor({
  scale,
  number,
  isLast,
  words,
  drafts,
  onChange,
  onRemoveItem,
  onMove,
  onRemove,
}: Props) {
  const { t } = useTexts()
  const titleId = `scale-${scale.id}`
  const name = scale.name[words.language] || t('instruments.scale', { number })
  return (
    <Card labelledBy={titleId}>
      <div className="instrument-head">
        <h2 id={titleId}>{name}</h2>
        <MoveButtons name={name} isFirst={number === 1} isLast={isLast} onMove={onMove} onRemove={onRemove} />
      </div>
      <Disclosure
        summary={t('instruments.statements', { count: scale.items.length })}
        isOpen={scale.items.length === 0}
      >
        <TextField
          label={t('instruments.scale-name')}
          text={scale.name}
          {...words}
          onChange={(text) => onChange({ ...scale, name: text })}
        />
        <div className="instrument-pair">
          <Choice
            label={t('instruments.role')}
            value={scale.role}
            onChange={(event) =>
              onChange({ ...scale, role: roles.find((role) => role === event.target.value) ?? scale.role })
            }
            options={roles.map((role) => [role, t(`instruments.role.${role}`)])}
          />
          <Field
            label={t('instruments.source')}
            hint={t('instruments.source-hint')}
            value={scale.source}
            maxLength={300}
            onChange={(event) => onChange({ ...scale, source: event.target.value })}
          />
        </div>
        <ol className="stack">
          {scale.items.map((item, at) => (
            <ItemEditor
              key={item.id}
              item={item}
              number={at + 1}
              isLast={at === scale.items.length - 1}
              words={words}
              onChange={(next) => onChange(withItem(scale, at, next))}
              onMove={(by) => onChange({ ...scale, items: moved(scale.items, at, by) })}
              onRemove={() => onRemoveItem({ ...scale, items: scale.items.toSpliced(at, 1) })}
            />
          ))}
        </ol>
        <div>
          <Button
            onClick={() =>
              onChange({ ...scale, items: [...scale.items, emptyItem(freeId(scale.id, drafts), scale)] })
            }
          >
            {t('instruments.add-item')}
          </Button>
        </div>
      </Disclosure>
    </Card>
  )
}
