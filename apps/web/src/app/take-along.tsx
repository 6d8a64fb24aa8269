import type { Role } from '@chorus/contracts/session'
import { useTexts } from '../lib/i18n/texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { useSession } from './session.ts'

const keepers: readonly Role[] = ['manager', 'stand-in', 'hr', 'part-hr']

/** Everything of one's units as a file, for whoever keeps any. */
export function TakeAlong() {
  const { t } = useTexts()
  const { roles } = useSession()
  if (!keepers.some((role) => roles.includes(role))) return null
  return (
    <section className="take-along stack" aria-labelledby="take-along">
      <h2 id="take-along">{t('learning-export.title')}</h2>
      <p className="measure">{t('learning-export.words')}</p>
      <div>
        <a className={buttonClass('plain')} href="/api/community/export" download="learning.json">
          {t('learning-export.file')}
        </a>
      </div>
    </section>
  )
}
