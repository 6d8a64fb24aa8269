import type { DraftItem } from '@chorus/contracts/instruments'
import type { Locale } from '@chorus/contracts/locale'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Choice } from '../../../ui/choice.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { TextField } from './text-field.tsx'

/** The ranges that the answer page offers in a way that people know; 1 to 7 has words for every answer. */
const ranges = [
  [1, 7],
  [1, 5],
  [0, 10],
  [1, 4],
  [0, 1],
] as const

type Props = {
  item: DraftItem
  number: number
  isLast: boolean
  words: { language: Locale; beside: Locale | null }
  onChange: (item: DraftItem) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

export function ItemEditor({ item, number, isLast, words, onChange, onMove, onRemove }: Props) {
  const { t } = useTexts()
  const name = t('instruments.item', { number })
  const own = [item.min, item.max] as const
  const offered = ranges.some(([min, max]) => min === item.min && max === item.max)
    ? ranges
    : [...ranges, own]
  return (
    <li className="instrument-item">
      <TextField label={name} text={item.text} {...words} onChange={(text) => onChange({ ...item, text })} />
      <div className="instrument-item-more">
        <Choice
          label={t('instruments.answers')}
          value={`${item.min} ${item.max}`}
          onChange={(event) => {
            const [min, max] = event.target.value.split(' ').map(Number)
            onChange({ ...item, min: min ?? item.min, max: max ?? item.max })
          }}
          options={offered.map(([min, max]) => [
            `${min} ${max}`,
            t('instruments.range-option', { min, max }),
          ])}
        />
        <label className="instrument-reversed">
          <input
            type="checkbox"
            checked={item.reversed}
            onChange={(event) => onChange({ ...item, reversed: event.target.checked })}
          />
          <span>{t('instruments.reversed')}</span>
        </label>
        <MoveButtons name={name} isFirst={number === 1} isLast={isLast} onMove={onMove} onRemove={onRemove} />
      </div>
    </li>
  )
}
