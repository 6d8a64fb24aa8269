import type { UnitReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { unitReportQuery } from '../api/unit-report.ts'
import { AgendaTable } from './agenda-table.tsx'
import { agendas } from './agendas.ts'
import { type AskedQuestion, askedQuestion } from './asked-question.ts'
import { QuestionCard } from './question-card.tsx'
import { sourcesOf } from './sources.ts'
import { guideQuestions, topicsToOpen } from './topics.ts'
import './guide-page.css'

type Props = {
  unit: string
  /** What can be done with a question: written down as an action, with what it answers. */
  afterQuestion: (question: AskedQuestion) => ReactNode
}

/** A team meeting about the team's own results: what to say first, what to ask, and how to spend the time. One or two pages of paper. */
export function GuidePage({ unit, afterQuestion }: Props) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(unitReportQuery(unit))} title={t('guide.name')}>
      {(report) => <Guide report={report} afterQuestion={afterQuestion} />}
    </Loaded>
  )
}

function Guide({ report, afterQuestion }: { report: UnitReport; afterQuestion: Props['afterQuestion'] }) {
  const { t, locale } = useTexts()
  const questions = guideQuestions(report)
  const wave = report.waves.at(-1)
  const when = wave ? { wave: wave.label, day: showDay(wave.closed, locale) } : { wave: '', day: '' }
  const hasFigures = questions.some(({ because }) => because !== null)
  return (
    <div className="guide stack stack-wide">
      <div className="stack">
        <p className="guide-screen">
          <Link to="/reports/$unit" params={{ unit: report.unit.id }}>
            {t('guide.back')}
          </Link>
        </p>
        <PageTitle title={t('guide.title', { unit: groupName(report.unit.name, t) })} />
        <p className="lead">{t(hasFigures ? 'guide.lead' : 'guide.lead-general', when)}</p>
        <p className="guide-screen">
          <Button onClick={() => window.print()}>{t('guide.print')}</Button>
        </p>
      </div>
      <section className="stack" aria-labelledby="guide-first">
        <h2 id="guide-first">{t('guide.first')}</h2>
        {topicsToOpen(questions).map((topic) => (
          <blockquote key={topic} className="guide-first">
            {t(`guide.topic.${topic}.open`)}
          </blockquote>
        ))}
      </section>
      <section className="stack" aria-labelledby="guide-questions">
        <h2 id="guide-questions">{t('guide.questions')}</h2>
        <p className="soft measure">{t('guide.questions-words')}</p>
        <ol className="guide-questions">
          {questions.map((question) => (
            <QuestionCard key={`${question.topic} ${question.ask}`} question={question}>
              {(words) => afterQuestion(askedQuestion(question, words, wave, locale))}
            </QuestionCard>
          ))}
        </ol>
      </section>
      <section className="stack" aria-labelledby="guide-rules">
        <h2 id="guide-rules">{t('guide.rules')}</h2>
        <ul className="guide-rules">
          {rules.map((rule) => (
            <li key={rule}>{t(`guide.rule.${rule}`)}</li>
          ))}
        </ul>
      </section>
      <div className="guide-agendas">
        {agendas.map((agenda) => (
          <AgendaTable key={agenda.id} agenda={agenda} />
        ))}
      </div>
      <section className="stack stack-tight" aria-labelledby="guide-sources">
        <h2 id="guide-sources" className="guide-sources-title">
          {t('guide.sources')}
        </h2>
        <p className="small soft measure">{t('guide.sources-words')}</p>
        <ul className="small soft" lang="en" dir="ltr">
          {sourcesOf(questions.map(({ topic }) => topic)).map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

const rules = ['voices', 'figures', 'turns', 'causes', 'step'] as const
