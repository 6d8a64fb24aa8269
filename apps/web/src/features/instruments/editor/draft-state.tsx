import type { InstrumentAnswer, InstrumentDraft } from '@chorus/contracts/instruments'
import { languages } from '@chorus/contracts/locale'
import { changedMeasures } from '@chorus/instruments/changed-measures'
import { type DraftFault, draftFaults, mostWords } from '@chorus/instruments/draft-faults'
import { scalesOfDraft } from '@chorus/instruments/draft-scales'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Words } from '../words.tsx'

/** What keeps the draft from being asked, what would make it better, and which trends it breaks. */
export function DraftState({
  draft,
  before,
}: {
  draft: InstrumentDraft
  before: InstrumentAnswer['before']
}) {
  const { t } = useTexts()
  const faults = draftFaults(draft)
  const must = faults.filter(({ weight }) => weight === 'must')
  const should = faults.filter(({ weight }) => weight === 'should')
  return (
    <Card labelledBy="draft-state">
      <h2 id="draft-state">{t('instruments.state')}</h2>
      {must.length === 0 ? (
        <p>{t('instruments.may-be-asked')}</p>
      ) : (
        <Faults title={t('instruments.must', { count: must.length })} faults={must} draft={draft} />
      )}
      {should.length > 0 && (
        <Faults title={t('instruments.should', { count: should.length })} faults={should} draft={draft} />
      )}
      {before && must.length === 0 && <Breaks draft={draft} before={before} />}
    </Card>
  )
}

function Faults({
  title,
  faults,
  draft,
}: {
  title: string
  faults: readonly DraftFault[]
  draft: InstrumentDraft
}) {
  const { t } = useTexts()
  return (
    <>
      <h3>{title}</h3>
      <ul className="instrument-faults">
        {faults.map((fault) => {
          const scale = draft.scales.find(({ id }) => id === fault.scale)
          const item = scale ? scale.items.findIndex(({ id }) => id === fault.item) + 1 : 0
          return (
            <li key={`${fault.code} ${fault.scale} ${fault.item} ${fault.language}`}>
              {scale && (
                <>
                  <a href={`#scale-${scale.id}`}>
                    <Words
                      text={scale.name}
                      none={t('instruments.scale', { number: draft.scales.indexOf(scale) + 1 })}
                    />
                  </a>
                  {item > 0 && `, ${t('instruments.item', { number: item })}`}
                  {': '}
                </>
              )}
              {t(`instruments.fault.${fault.code}`, {
                language: fault.language ? languages[fault.language].name : '',
                words: mostWords,
              })}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Breaks({
  draft,
  before,
}: {
  draft: InstrumentDraft
  before: NonNullable<InstrumentAnswer['before']>
}) {
  const { t } = useTexts()
  const changed = changedMeasures(scalesOfDraft(before.content), scalesOfDraft(draft))
  const broken = draft.scales.filter(({ id }) => changed.has(id))
  const { version } = before
  if (broken.length === 0) return <p>{t('instruments.breaks-none', { version })}</p>
  return (
    <>
      <h3>{t('instruments.breaks', { version })}</h3>
      <p>{t('instruments.breaks-words')}</p>
      <ul className="instrument-faults">
        {broken.map((scale) => (
          <li key={scale.id}>
            <Words text={scale.name} none={scale.id} />
          </li>
        ))}
      </ul>
    </>
  )
}
