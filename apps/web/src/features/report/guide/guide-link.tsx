import { Link } from '@tanstack/react-router'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { buttonClass } from '../../../ui/button.tsx'

/** The way from a report to its guide. */
export function GuideLink({ unit }: { unit: string }) {
  const { t } = useTexts()
  return (
    <Link className={buttonClass('plain')} to="/reports/$unit/guide" params={{ unit }}>
      {t('guide.link')}
    </Link>
  )
}
