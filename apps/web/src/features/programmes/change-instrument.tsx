import type { InstrumentChoice, OwnInstruments } from '@chorus/contracts/instruments'
import type { Programme } from '@chorus/contracts/programme'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { changeInstrument, instrumentChoicesQuery } from './api/instrument.ts'

/** What the programme asks from its next wave on: what Chorus brings, or a finished version of the organisation's own. */
export function ChangeInstrument({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string>()
  const changing = useMutation({
    mutationFn: (choice: InstrumentChoice) => changeInstrument(programme.id, choice),
    onSuccess: () => client.invalidateQueries(),
  })
  if (changing.data)
    return (
      <Dialog title={t('instruments.change')} onClose={onClose}>
        <Notice tone="good">
          <p>{t(changing.data.state === 'proposed' ? 'rules.proposed' : 'rules.changed')}</p>
        </Notice>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('rules.close')}</Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={t('instruments.change')} onClose={onClose}>
      <p>{t('instruments.change-words')}</p>
      <Loaded query={useQuery(instrumentChoicesQuery)}>
        {({ instruments, library }) => {
          const choices = finished(instruments)
          const now = choices.find(({ value }) => value === programme.instrument.id)?.value ?? ''
          const value = chosen ?? now
          return (
            <>
              <Choice
                label={t('instruments.choice')}
                value={value}
                onChange={(event) => setChosen(event.target.value)}
                options={[
                  ['', localised(library.name, locale).text],
                  ...choices.map(
                    ({ value: own, name, version }) =>
                      [
                        own,
                        t('instruments.choice-own', { name: localised(name, locale).text, version }),
                      ] as const,
                  ),
                ]}
              />
              {changing.error && <ProblemNotice error={changing.error} />}
              <div className="dialog-actions">
                <Button onClick={onClose}>{t('shared.cancel')}</Button>
                <Button
                  look="main"
                  busy={changing.isPending}
                  onClick={() => changing.mutate(choices.find((one) => one.value === value)?.choice ?? null)}
                >
                  {t(changing.isPending ? 'shared.working' : 'instruments.change')}
                </Button>
              </div>
            </>
          )
        }}
      </Loaded>
    </Dialog>
  )
}

/** `value` is what a programme calls the version that it asks. */
function finished(instruments: OwnInstruments['instruments']) {
  return instruments.flatMap(({ id, name, versions }) =>
    versions
      .filter(({ state }) => state === 'final')
      .map(({ version }) => ({ value: `${id}/${version}`, choice: { id, version }, name, version })),
  )
}
