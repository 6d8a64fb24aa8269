import type { Wave } from '@chorus/contracts/programme'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'

/** A close destroys the keys in the vault and reaches no copy: whoever had one made is reminded until it is destroyed. */
export function KeyCopies({ waves }: { waves: readonly Wave[] }) {
  const { t } = useTexts()
  const copied = waves.filter((wave) => wave.stage !== 'open' && wave.keyCopies > 0)
  if (copied.length === 0) return null
  return (
    <Notice title={t('programmes.key-copies')}>
      <p>{t('programmes.key-copies-words')}</p>
      <ul>
        {copied.map((wave) => (
          <li key={wave.id}>{t('programmes.key-copies-of', { wave: wave.label, count: wave.keyCopies })}</li>
        ))}
      </ul>
      <p>
        <code className="wave-command">chorus vault destroy-copy FILE</code>
      </p>
    </Notice>
  )
}
