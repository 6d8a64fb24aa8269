import type { OwnInstruments } from '@chorus/contracts/instruments'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { instrumentsQuery } from './api/instruments.ts'
import { InstrumentUpload } from './instrument-upload.tsx'
import { NewInstrument } from './new-instrument.tsx'
import { ScaleReading } from './scale-reading.tsx'
import { Words } from './words.tsx'
import './instruments.css'

/** Questionnaires of the organisation's own, and the scales that Chorus brings with their sources. */
export function InstrumentsPage() {
  const { t } = useTexts()
  const [beginning, setBeginning] = useState<'new' | 'file' | null>(null)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('instruments.title')} />
        <p className="lead soft">{t('instruments.lead')}</p>
      </div>
      <div className="row">
        <Button look="main" onClick={() => setBeginning('new')}>
          {t('instruments.new')}
        </Button>
        <Button onClick={() => setBeginning('file')}>{t('instruments.file')}</Button>
      </div>
      <Loaded query={useQuery(instrumentsQuery)}>
        {({ instruments, library }) => (
          <>
            <section className="stack" aria-labelledby="own-instruments">
              <h2 id="own-instruments">{t('instruments.own')}</h2>
              {instruments.length === 0 && <p className="soft">{t('instruments.none')}</p>}
              {instruments.map((instrument) => (
                <OwnInstrument key={instrument.id} instrument={instrument} />
              ))}
            </section>
            <section className="stack" aria-labelledby="library">
              <h2 id="library">{t('instruments.library')}</h2>
              <p className="measure soft">{t('instruments.library-words')}</p>
              {library.scales.map((scale) => (
                <LibraryScale key={scale.id} scale={scale} />
              ))}
            </section>
          </>
        )}
      </Loaded>
      {beginning === 'new' && <NewInstrument onClose={() => setBeginning(null)} />}
      {beginning === 'file' && <InstrumentUpload onClose={() => setBeginning(null)} />}
    </div>
  )
}

function OwnInstrument({ instrument }: { instrument: OwnInstruments['instruments'][number] }) {
  const { t } = useTexts()
  const { id, name, versions, askedBy } = instrument
  const titleId = `instrument-${id}`
  return (
    <Card as="article" labelledBy={titleId}>
      <h3 id={titleId}>
        <Words text={name} none={t('instruments.nameless')} />
      </h3>
      <p className="small soft">
        {askedBy.length === 0
          ? t('instruments.asked-by-none')
          : t('instruments.asked-by', { names: askedBy.join(', ') })}
      </p>
      <ul className="row">
        {versions.map(({ version, state }) => (
          <li key={version}>
            <Link
              className="button button-plain"
              to="/instruments/$instrument/$version"
              params={{ instrument: id, version: String(version) }}
            >
              {t(`instruments.version-${state}`, { version })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function LibraryScale({ scale }: { scale: OwnInstruments['library']['scales'][number] }) {
  const { locale } = useTexts()
  return (
    <Disclosure summary={localised(scale.name, locale).text}>
      <ScaleReading scale={scale} />
    </Disclosure>
  )
}
