import { useTexts } from '../../lib/i18n/texts.ts'
import './shared-device.css'

/** Nobody but the reader knows whether others use the device too. */
export function SharedDevice({ shared, onShared }: { shared: boolean; onShared: (shared: boolean) => void }) {
  const { t } = useTexts()
  return (
    <label className="shared-device">
      <input type="checkbox" checked={shared} onChange={(event) => onShared(event.currentTarget.checked)} />
      <span>{t('answer.shared.label')}</span>
      <span className="small soft">{t('answer.shared.words')}</span>
    </label>
  )
}
