import { languages as allLanguages, type Locale, locales } from '@chorus/contracts/locale'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { getPoster, type Poster } from './api/poster.ts'
import { PosterSheet } from './poster-sheet.tsx'
import { posterLanguage } from './poster-texts.ts'
import '../../ui/select.css'
import './posters-page.css'

/** HR chooses places and languages, and prints one page for each place. */
export function PostersPage({ wave, organisation }: { wave: string; organisation: string }) {
  const { t } = useTexts()
  const query = useQuery({ queryKey: ['poster', wave], queryFn: () => getPoster(wave) })
  return (
    <div className="stack stack-wide">
      <div className="stack poster-screen">
        <p>
          <Link to="/programmes">{t('paper.back')}</Link>
        </p>
        <PageTitle title={t('poster.title')} />
        <p className="lead soft">{t('poster.lead')}</p>
      </div>
      <Loaded query={query}>
        {(poster) => <Posters wave={wave} organisation={organisation} poster={poster} />}
      </Loaded>
    </div>
  )
}

function Posters({ wave, organisation, poster }: { wave: string; organisation: string; poster: Poster }) {
  const { t, locale } = useTexts()
  const [cut, setCut] = useState('')
  const [chosen, setChosen] = useState<readonly Locale[]>(() => locales.filter((one) => one === locale))
  const languages = useQuery({
    queryKey: ['poster-languages', chosen],
    queryFn: () => Promise.all(chosen.map(posterLanguage)),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const selectId = useId()
  const sites = poster.cuts.find((one) => one.cut === cut)?.values ?? [null]
  const toggle = (one: Locale) => {
    const next = locales.filter((each) => (each === one) !== chosen.includes(each))
    if (next.length > 0) setChosen(next)
  }
  return (
    <>
      <div className="poster-screen stack">
        <div className="poster-for">
          <label htmlFor={selectId}>{t('poster.for')}</label>
          <select
            id={selectId}
            className="select"
            value={cut}
            onChange={(event) => setCut(event.target.value)}
          >
            <option value="">{t('poster.for-all')}</option>
            {poster.cuts.map((one) => (
              <option key={one.cut} value={one.cut}>
                {t('poster.for-cut', { cut: one.cut })}
              </option>
            ))}
          </select>
        </div>
        <fieldset className="poster-languages">
          <legend>{t('poster.languages')}</legend>
          {locales.map((one) => (
            <label key={one} lang={one}>
              <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} />
              <span>{allLanguages[one].name}</span>
            </label>
          ))}
        </fieldset>
        <div>
          <Button look="main" onClick={() => window.print()}>
            {t('poster.print', { count: sites.length })}
          </Button>
        </div>
      </div>
      <Loaded query={languages}>
        {(spoken) => (
          <ul className="posters" aria-label={t('poster.title')}>
            {sites.map((site) => (
              <PosterSheet
                key={site}
                poster={poster}
                organisation={organisation}
                site={site}
                languages={spoken}
                codeAddress={`${location.origin}/sign-in/${wave}`}
                address={`${location.host}/sign-in`}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}
