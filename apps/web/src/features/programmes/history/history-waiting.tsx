import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { type HistoryStep, historyProgressQuery } from '../api/history.ts'

/** How far it is, and the way out. */
export function HistoryWaiting({
  programme,
  step,
  onStop,
}: {
  programme: string
  step: HistoryStep
  onStop: () => void
}) {
  const { t } = useTexts()
  const waves = useQuery(historyProgressQuery(programme)).data?.waves
  return (
    <section className="history-waiting stack stack-tight" aria-labelledby="history-waiting">
      <p id="history-waiting" role="status">
        {t(`history.busy.${step}`)} {waves && t('history.progress', waves)}
      </p>
      <progress
        aria-labelledby="history-waiting"
        max={waves ? waves.of : undefined}
        value={waves ? waves.done : undefined}
      />
      <p className="small soft">{t('history.stop-words')}</p>
      <div>
        <Button onClick={onStop}>{t('history.stop')}</Button>
      </div>
    </section>
  )
}
