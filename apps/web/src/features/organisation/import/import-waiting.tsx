import { useQuery } from '@tanstack/react-query'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { importProgressQuery } from '../api/import.ts'

/** How far it is, and the way out. */
export function ImportWaiting({ step, onStop }: { step: MessageId; onStop: () => void }) {
  const { t } = useTexts()
  const now = useQuery(importProgressQuery).data?.now
  return (
    <section className="import-waiting stack stack-tight" aria-labelledby="import-waiting">
      <p id="import-waiting" role="status">
        {t(step)}
      </p>
      <progress aria-labelledby="import-waiting" max={now?.of} value={now?.done} />
      <p className="small soft">{t('import.stop-words')}</p>
      <div>
        <Button onClick={onStop}>{t('import.break-off')}</Button>
      </div>
    </section>
  )
}
