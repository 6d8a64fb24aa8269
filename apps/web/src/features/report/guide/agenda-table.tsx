import { useTexts } from '../../../lib/i18n/texts.ts'
import type { Agenda } from './agendas.ts'

/** How to spend the time, step by step. */
export function AgendaTable({ agenda: { id, minutes, steps } }: { agenda: Agenda }) {
  const { t } = useTexts()
  return (
    <section className="guide-agenda stack stack-tight" aria-labelledby={`guide-${id}`}>
      <h2 id={`guide-${id}`}>{t(`guide.agenda.${id}`, { minutes })}</h2>
      <table aria-labelledby={`guide-${id}`}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('guide.agenda-time')}</th>
            <th scope="col">{t('guide.agenda-what')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, minutes: own }) => (
            <tr key={step}>
              <td className="guide-minutes">{t('guide.minutes', { n: own })}</td>
              <td>{t(`guide.step.${step}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
