import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'

/** @param name what is moved, for those who hear the buttons */
export function MoveButtons({
  name,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { t } = useTexts()
  return (
    <div className="row instrument-moves">
      <Button
        look="quiet"
        disabled={isFirst}
        aria-label={t('instruments.up', { name })}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        look="quiet"
        disabled={isLast}
        aria-label={t('instruments.down', { name })}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <Button look="quiet" aria-label={t('instruments.remove-named', { name })} onClick={onRemove}>
        {t('instruments.remove')}
      </Button>
    </div>
  )
}
