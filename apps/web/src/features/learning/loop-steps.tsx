import type { LearningLoop } from '@chorus/contracts/learning-loop'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import './loop-steps.css'

/** From one pulse to the next: what there is, and at an empty step the way to begin. */
export function LoopSteps({ loop }: { loop: LearningLoop }) {
  const { t, locale } = useTexts()
  const id = useId()
  const { unit, pulse, conversation, actions, experiment, next } = loop
  /** Which unit above this one it belongs to. */
  const elsewhere = ({ id: where, name }: { id: string | null; name: string }) =>
    where === unit.id ? null : name
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{t('learning.loop', { unit: unit.name })}</h2>
      <ol className="loop-steps">
        <Step label={t('learning.step.pulse')} isThere={pulse !== null}>
          {pulse ? (
            <>
              <Link to="/reports/$unit" params={{ unit: unit.id }}>
                {pulse.label}
              </Link>
              <span className="small soft">
                {t('learning.closed-on', { day: showDay(pulse.closed, locale) })}
              </span>
            </>
          ) : (
            <span className="soft">{t('learning.no-pulse')}</span>
          )}
        </Step>
        <Step label={t('learning.step.conversation')} isThere={conversation !== null}>
          {conversation ? (
            <>
              <Link to="/reflections/$session" params={{ session: conversation.id }} dir="auto">
                {conversation.title}
              </Link>
              <Facts facts={[t(`reflections.state.${conversation.state}`), elsewhere(conversation.unit)]} />
            </>
          ) : (
            <>
              <span className="soft">{t('learning.no-conversation')}</span>
              <Link to="/reflections">{t('learning.begin-conversation')}</Link>
            </>
          )}
        </Step>
        <Step label={t('learning.step.actions')} isThere={actions.length > 0}>
          {actions.length > 0 ? (
            <ul className="stack stack-tight">
              {actions.map((action) => (
                <li key={action.id}>
                  <Link to="/actions/$action" params={{ action: action.id }} dir="auto">
                    {action.title}
                  </Link>
                  <Facts facts={[action.overdue ? t('learning.overdue') : null, elsewhere(action.unit)]} />
                </li>
              ))}
            </ul>
          ) : (
            <span className="soft">{t('learning.no-actions')}</span>
          )}
        </Step>
        <Step label={t('learning.step.experiment')} isThere={experiment !== null}>
          {experiment ? (
            <>
              <Link to="/experiments/$experiment" params={{ experiment: experiment.id }} dir="auto">
                {experiment.title}
              </Link>
              <Facts
                facts={[
                  t(`experiments.state.${experiment.state}`),
                  t('learning.until', { day: showDay(experiment.to, locale) }),
                  elsewhere(experiment.unit),
                ]}
              />
            </>
          ) : (
            <>
              <span className="soft">{t('learning.no-experiment')}</span>
              <Link to="/experiments/new">{t('learning.plan-experiment')}</Link>
            </>
          )}
        </Step>
        <Step label={t('learning.step.next')} isThere={next?.isOpen === true}>
          {next ? (
            <>
              <span>{next.label}</span>
              <span className="small soft">
                {t(next.isOpen ? 'learning.open-until' : 'learning.closes-on', {
                  day: showDay(next.closes, locale),
                })}
              </span>
            </>
          ) : (
            <span className="soft">{t('learning.no-next')}</span>
          )}
        </Step>
      </ol>
    </section>
  )
}

function Step({ label, isThere, children }: { label: string; isThere: boolean; children: ReactNode }) {
  return (
    <li className={isThere ? 'loop-step is-there' : 'loop-step'}>
      <h3>{label}</h3>
      <div className="loop-step-body">{children}</div>
    </li>
  )
}

function Facts({ facts }: { facts: readonly (string | null)[] }) {
  return <span className="small soft loop-facts">{facts.filter((one) => one !== null).join(' · ')}</span>
}
