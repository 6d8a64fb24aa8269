import type { RhythmAnswer } from '@chorus/contracts/rhythm'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { momentIn, rhythmInWords } from '../../lib/rhythm/rhythm-in-words.ts'
import { changeRhythm, rhythmQuery } from '../../lib/rhythm/rhythm-query.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

/** When the programme's waves open by themselves, in words, and what comes next. */
export function ProgrammeRhythm({ programme, maySteer }: { programme: string; maySteer: boolean }) {
  const { t } = useTexts()
  const titleId = `rhythm-${programme}`
  return (
    <section className="stack stack-tight" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('rhythm.title')}</h3>
      <Loaded query={useQuery(rhythmQuery(programme))}>
        {(answer) => (
          <>
            <Standing answer={answer} />
            {answer.waits && <p>{t('rules.proposed')}</p>}
            {maySteer && <Steering programme={programme} answer={answer} />}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Standing({ answer: { rhythm, next } }: { answer: RhythmAnswer }) {
  const { t, locale } = useTexts()
  if (!rhythm) return <p>{t('rhythm.by-hand')}</p>
  return (
    <>
      <p>{rhythmInWords(rhythm, t, locale)}</p>
      {rhythm.paused ? (
        <p>
          <strong>{t('rhythm.paused')}</strong>
        </p>
      ) : (
        <>
          <p>{t('rhythm.next')}</p>
          <ol className="rhythm-next">
            {next.map((wave) => (
              <li key={wave.occurrence}>{momentIn(rhythm.zone, wave.opensAt, locale)}</li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function Steering({ programme, answer: { rhythm } }: { programme: string; answer: RhythmAnswer }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const changing = useMutation({
    mutationFn: changeRhythm,
    onSuccess: (kept) => client.setQueryData(rhythmQuery(programme).queryKey, kept),
  })
  return (
    <>
      {changing.error && <ProblemNotice error={changing.error} />}
      <div className="row">
        <Link className={buttonClass('plain')} to="/programmes/$programme/rhythm" params={{ programme }}>
          {t(rhythm ? 'rhythm.change' : 'rhythm.give')}
        </Link>
        {rhythm && (
          <Button
            busy={changing.isPending}
            onClick={() => changing.mutate({ programme, rhythm: { ...rhythm, paused: !rhythm.paused } })}
          >
            {t(rhythm.paused ? 'rhythm.resume' : 'rhythm.pause')}
          </Button>
        )}
      </div>
    </>
  )
}
