import type { SetUpStep } from '@chorus/contracts/set-up'
import { useTexts } from '../../lib/i18n/texts.ts'
import { isReachable, steps } from './way.ts'

/** The way as a list; every step that can be reached is a button. */
export function StepList({
  now,
  done,
  onShow,
}: {
  now: SetUpStep
  done: ReadonlySet<SetUpStep>
  onShow: (step: SetUpStep) => void
}) {
  const { t } = useTexts()
  return (
    <nav aria-label={t('set-up.steps')}>
      <ol className="set-up-steps">
        {steps.map((step) => (
          <li key={step}>
            <button
              type="button"
              disabled={!isReachable(step, done)}
              aria-current={step === now ? 'step' : undefined}
              onClick={() => onShow(step)}
            >
              <span className="set-up-dot" aria-hidden="true">
                {done.has(step) ? '✓' : ''}
              </span>
              <span>
                {t(`set-up.step.${step}`)}
                {done.has(step) && <span className="visually-hidden">, {t('programmes.step.done')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
