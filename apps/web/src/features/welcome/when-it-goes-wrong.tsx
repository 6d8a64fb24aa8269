import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'

const steps = [
  'welcome.wrong-say',
  'welcome.wrong-repair',
  'welcome.wrong-look',
  'welcome.wrong-tell',
] as const

/** What to do when something goes wrong, in order. */
export function WhenItGoesWrong() {
  const { t } = useTexts()
  return (
    <>
      <ol className="welcome-steps">
        {steps.map((step) => (
          <li key={step} className="measure">
            {t(step)}
          </li>
        ))}
      </ol>
      <p>
        <Link to="/lessons/new">{t('lessons.tell')}</Link>
      </p>
    </>
  )
}
