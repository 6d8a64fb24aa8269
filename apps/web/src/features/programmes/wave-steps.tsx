import type { WaveStage } from '@chorus/contracts/programme'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type Step, Stepper } from '../../ui/stepper.tsx'

const stages = ['collect', 'seal', 'publish', 'report'] as const

/** How many of the four stages lie behind a wave. A sealed wave waits to be published. */
const behind: Record<WaveStage, number> = { open: 0, sealed: 2, published: 3 }

export function WaveSteps({ stage }: { stage: WaveStage }) {
  const { t } = useTexts()
  const done = behind[stage]
  const steps: Step[] = stages.map((name, index) => ({
    label: t(`programmes.stage.${name}`),
    state: index < done ? 'done' : index === done ? 'now' : 'later',
  }))
  return (
    <Stepper
      label={t('programmes.stages')}
      steps={steps}
      words={{
        done: t('programmes.step.done'),
        now: t('programmes.step.now'),
        later: t('programmes.step.later'),
      }}
    />
  )
}
