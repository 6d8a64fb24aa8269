import type { Programme } from '@chorus/contracts/programme'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ChangeInstrument } from './change-instrument.tsx'
import { ChangePolicy } from './change-policy.tsx'
import { CurrentWave } from './current-wave.tsx'
import { KeyCopies } from './key-copies.tsx'
import { OpenWave } from './open-wave.tsx'
import { ProgrammeRhythm } from './programme-rhythm.tsx'
import { ReminderRule } from './reminder-rule.tsx'
import { WaveHistory } from './wave-history.tsx'

export function ProgrammeCard({ programme, maySteer }: { programme: Programme; maySteer: boolean }) {
  const { t, locale } = useTexts()
  const [opening, setOpening] = useState(false)
  const [changing, setChanging] = useState<'instrument' | 'policy' | null>(null)
  const waves = programme.waves.toSorted((a, b) => b.opens.localeCompare(a.opens))
  const current = waves.find((wave) => wave.stage !== 'published')
  const past = waves.filter((wave) => wave !== current)
  const isPublished = programme.imported.length > 0 || past.some((wave) => wave.stage === 'published')
  const titleId = `programme-${programme.id}`
  return (
    <Card as="article" labelledBy={titleId}>
      <div className="programme-head">
        <h2 id={titleId}>{programme.name}</h2>
        <p className="small soft">
          {t('programmes.about', {
            instrument: localised(programme.instrument.name, locale).text,
            k: programme.policy.k,
          })}
        </p>
      </div>
      {current ? (
        <CurrentWave wave={current} maySteer={maySteer} />
      ) : (
        <div className="wave-now stack">
          <p>{t(isPublished ? 'programmes.between' : 'programmes.first')}</p>
          {maySteer && (
            <div>
              <Button look="main" onClick={() => setOpening(true)}>
                {t('programmes.open')}
              </Button>
            </div>
          )}
        </div>
      )}
      <ProgrammeRhythm programme={programme.id} maySteer={maySteer} />
      <KeyCopies waves={waves} />
      {maySteer && <ReminderRule programme={programme} />}
      {past.length + programme.imported.length > 0 && (
        <WaveHistory waves={past} imported={programme.imported} />
      )}
      {maySteer && (
        <div className="row">
          <Button onClick={() => setChanging('policy')}>{t('rules.change')}</Button>
          <Button look="quiet" onClick={() => setChanging('instrument')}>
            {t('instruments.change')}
          </Button>
          {isPublished && (
            <a
              className={buttonClass('plain')}
              href={`/api/reports/summary.csv?programme=${encodeURIComponent(programme.id)}`}
              download
            >
              {t('programmes.export')}
            </a>
          )}
          {!current && (
            <Link
              className={buttonClass('quiet')}
              to="/programmes/$programme/history"
              params={{ programme: programme.id }}
            >
              {t('history.link')}
            </Link>
          )}
          {isPublished && programme.policy.comments === true && (
            <a
              className={buttonClass('plain')}
              href={`/api/reports/comments.csv?programme=${encodeURIComponent(programme.id)}`}
              download
            >
              {t('programmes.export-comments')}
            </a>
          )}
        </div>
      )}
      {changing === 'instrument' && (
        <ChangeInstrument programme={programme} onClose={() => setChanging(null)} />
      )}
      {changing === 'policy' && <ChangePolicy programme={programme} onClose={() => setChanging(null)} />}
      {opening && <OpenWave programme={programme.id} onClose={() => setOpening(false)} />}
    </Card>
  )
}
