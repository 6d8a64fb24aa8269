import type { InstrumentAnswer, InstrumentDraft } from '@chorus/contracts/instruments'
import { languages } from '@chorus/contracts/locale'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { instrumentFile } from '../api/instruments.ts'
import { Words } from '../words.tsx'
import { AddScale } from './add-scale.tsx'
import { moved, withScale } from './change-draft.ts'
import { ChosenLanguages } from './chosen-languages.tsx'
import { DraftState } from './draft-state.tsx'
import { EndDraft } from './end-draft.tsx'
import { ScaleEditor } from './scale-editor.tsx'
import { TextField } from './text-field.tsx'
import { useDraft } from './use-draft.ts'

/** A draft is written in one language at a time, beside what another one says; it is saved by itself. */
export function DraftEditor({ answer }: { answer: InstrumentAnswer }) {
  const { t, locale } = useTexts()
  const { draft, change, isSaved, revision, problem, retry } = useDraft(answer)
  const [wished, setWished] = useState(locale)
  const [removed, setRemoved] = useState<InstrumentDraft | null>(null)
  const language = draft.languages.find((one) => one === wished) ?? draft.languages[0] ?? 'en'
  const beside = draft.languages.find((one) => one !== language) ?? null
  const remove = (next: InstrumentDraft) => {
    setRemoved(draft)
    change(next)
  }
  return (
    <>
      <div className="stack">
        <PageTitle title={t('instruments.title')}>
          <Words text={draft.name} none={t('instruments.nameless')} />
        </PageTitle>
        <p className="lead soft">{t('instruments.draft-words', { version: answer.version })}</p>
        <p role="status" className="small soft">
          {t(isSaved ? 'instruments.saved' : problem ? 'instruments.not-saved' : 'instruments.saving')}
        </p>
      </div>
      {problem && <ProblemNotice error={problem} onRetry={retry} />}
      <Card labelledBy="instrument-about">
        <h2 id="instrument-about">{t('instruments.about')}</h2>
        <ChosenLanguages draft={draft} onChange={change} />
        {draft.languages.length > 1 && (
          <Choice
            label={t('instruments.language')}
            value={language}
            onChange={(event) => setWished(event.target.value)}
            options={draft.languages.map((one) => [one, languages[one].name])}
          />
        )}
        <TextField
          label={t('instruments.name')}
          text={draft.name}
          language={language}
          beside={beside}
          onChange={(name) => change({ ...draft, name })}
        />
      </Card>
      {draft.scales.map((scale, at) => (
        <ScaleEditor
          key={scale.id}
          scale={scale}
          number={at + 1}
          isLast={at === draft.scales.length - 1}
          words={{ language, beside }}
          drafts={[draft, answer.before?.content ?? null]}
          onChange={(next) => change(withScale(draft, at, next))}
          onRemoveItem={(next) => remove(withScale(draft, at, next))}
          onMove={(by) => change({ ...draft, scales: moved(draft.scales, at, by) })}
          onRemove={() => remove({ ...draft, scales: draft.scales.toSpliced(at, 1) })}
        />
      ))}
      {removed && (
        <Notice title={t('instruments.removed')}>
          <div>
            <Button
              onClick={() => {
                change(removed)
                setRemoved(null)
              }}
            >
              {t('instruments.bring-back')}
            </Button>
          </div>
        </Notice>
      )}
      <AddScale draft={draft} before={answer.before?.content ?? null} onChange={change} />
      <DraftState draft={draft} before={answer.before} />
      <div className="row">
        <EndDraft answer={answer} draft={draft} revision={revision} isSaved={isSaved} />
        <a className={buttonClass('plain')} href={instrumentFile(answer.id, answer.version, 'csv')} download>
          {t('instruments.download-csv')}
        </a>
      </div>
    </>
  )
}
