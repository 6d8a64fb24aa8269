import { Link } from '@tanstack/react-router'
import { useTexts } from '../lib/i18n/texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { PageTitle } from '../ui/page-title.tsx'

export function NotFound() {
  const { t } = useTexts()
  return (
    <div className="stack">
      <PageTitle title={t('shell.not-found')} />
      <p className="lead soft">{t('shell.not-found-words')}</p>
      <p>
        <Link to="/" className={buttonClass('main')}>
          {t('shell.home')}
        </Link>
      </p>
    </div>
  )
}
