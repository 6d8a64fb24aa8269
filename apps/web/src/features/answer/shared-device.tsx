import { useTexts } from '../../lib/i18n/texts.ts'
import './shared-device.css'

/** Nobody but the reader knows whether others use the device too. */
export function SharedDevice({ shared, onShared }: { shared: boolean; onShared: (shared: boolean) => void }) {
  const { t } = useTexts()
  return (
    <div className="shared-device">
      <label>
        <input
          type="checkbox"
          checked={shared}
          aria-describedby="shared-device-words"
          onChange={(event) => onShared(event.currentTarget.checked)}
        />
        <span>{t('answer.shared.label')}</span>
      </label>
      <p id="shared-device-words" className="small soft">
        {t('answer.shared.words')}
      </p>
    </div>
  )
}
