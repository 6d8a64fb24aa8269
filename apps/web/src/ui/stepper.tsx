import './stepper.css'

export type Step = { label: string; state: 'done' | 'now' | 'later' }

/** Where something stands on a way of few steps. */
export function Stepper({
  label,
  steps,
  words,
}: {
  label: string
  steps: readonly Step[]
  words: StepWords
}) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`stepper-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="stepper-dot" aria-hidden="true">
            {step.state === 'done' ? '✓' : ''}
          </span>
          <span>
            {step.label}
            <span className="visually-hidden">, {words[step.state]}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

type StepWords = Record<Step['state'], string>
