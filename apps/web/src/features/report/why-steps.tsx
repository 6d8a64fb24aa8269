import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

export function WhySteps() {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('report.steps')}>
      <div className="stack measure">
        <p>{t('report.steps-few')}</p>
        <p>{t('report.steps-ends')}</p>
        <p>{t('report.steps-honest')}</p>
      </div>
    </Disclosure>
  )
}
