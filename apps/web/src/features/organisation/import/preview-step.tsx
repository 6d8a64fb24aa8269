import type { ImportAnswer } from '@chorus/contracts/organisation'
import type { ImportPreview, UnitChange } from '@chorus/contracts/organisation-import'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { confirmImport } from '../api/import.ts'
import { DifferenceList } from './difference-list.tsx'
import { FileProblem } from './file-problem.tsx'
import { ImportWaiting } from './import-waiting.tsx'
import { StopAndAsk } from './stop-and-ask.tsx'
import { UnitHistory } from './unit-history.tsx'
import { useStoppable } from './use-stoppable.ts'

/** What the import would do, and the way to do it. */
export function PreviewStep({
  upload,
  preview,
  onImported,
  onStopped,
}: {
  upload: string
  preview: ImportPreview
  onImported: (answer: ImportAnswer) => Promise<void>
  onStopped: () => void
}) {
  const { t } = useTexts()
  const [dropped, setDropped] = useState<ReadonlySet<number>>(new Set())
  const [edited, setEdited] = useState<ReadonlyMap<number, UnitChange>>(new Map())
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const { working: confirming, stop: breakOff } = useStoppable(
    (confirmation: Parameters<typeof confirmImport>[1], signal) =>
      confirmImport(upload, confirmation, signal),
    { onDone: onImported, onStopped },
  )
  const changes = preview.history.map((change, at) => edited.get(at) ?? change)
  const { stop, tooSmall } = preview
  const isTyped = !stop || typed.trim() === String(stop.number)
  const confirm = () => {
    setAsked(true)
    if (!isTyped) return
    confirming.mutate({
      fingerprint: preview.fingerprint,
      number: stop?.number ?? null,
      history: changes.filter((_, at) => !dropped.has(at)),
    })
  }
  return (
    <section className="stack" aria-labelledby="import-changes">
      <h3 id="import-changes">{t('import.changes')}</h3>
      <p>{t('import.summary', { people: preview.people, units: preview.units })}</p>
      {preview.you !== 'named' && (
        <Notice>
          <p>{t(preview.you === 'kept' ? 'first-start.you-kept' : 'first-start.you-role')}</p>
        </Notice>
      )}
      <DifferenceList upload={upload} counts={preview.counts} />
      {tooSmall.inAll > 0 && (
        <div className="stack stack-tight">
          <h4>{t('import.too-small')}</h4>
          <ul className="import-list">
            {tooSmall.units.map((one) => (
              <li key={`${one.unit} ${one.programme}`}>{t('import.too-small-unit', one)}</li>
            ))}
          </ul>
          {tooSmall.inAll > tooSmall.units.length && (
            <p className="soft">
              {t('import.shown-of', { shown: tooSmall.units.length, all: tooSmall.inAll })}
            </p>
          )}
        </div>
      )}
      <UnitHistory
        upload={upload}
        changes={changes}
        dropped={dropped}
        onDrop={setDropped}
        onEdit={(at, change) => setEdited(new Map([...edited, [at, change]]))}
      />
      {stop && (
        <StopAndAsk
          stop={stop}
          typed={typed}
          onType={setTyped}
          problem={asked && !isTyped ? t('import.stop.wrong') : undefined}
        />
      )}
      <div>
        <Button look="main" busy={confirming.isPending} onClick={confirm}>
          {t(confirming.isPending ? 'import.confirming' : 'import.confirm')}
        </Button>
      </div>
      {confirming.isPending && <ImportWaiting step="import.confirming" onStop={breakOff} />}
      <FileProblem error={confirming.error} />
    </section>
  )
}
