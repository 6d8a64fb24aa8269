import { useTexts } from '../../lib/i18n/texts.ts'

const stages = ['collect', 'seal', 'publish', 'report'] as const

export function FourStages() {
  const { t } = useTexts()
  return (
    <section className="stack" aria-labelledby="trust-stages">
      <h2 id="trust-stages">{t('trust.stages')}</h2>
      <ol className="trust-stages">
        {stages.map((stage) => (
          <li key={stage}>
            <h3>{t(`trust.stage.${stage}`)}</h3>
            <p>{t(`trust.stage.${stage}-words`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
