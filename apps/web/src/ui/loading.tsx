import { useTexts } from '../lib/i18n/texts.ts'
import './loading.css'

/** Grey lines where the content will be; said aloud as one word. */
export function Loading() {
  const { t } = useTexts()
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{t('shared.loading')}</span>
      <span className="loading-line" />
      <span className="loading-line" />
      <span className="loading-line" />
    </div>
  )
}
