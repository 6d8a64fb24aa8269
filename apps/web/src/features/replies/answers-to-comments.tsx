import { useQueries, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type OwnComments, ownCommentsIn } from '../../lib/device/own-comments.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { SixWords } from '../../ui/six-words.tsx'
import { SixWordsForm } from '../../ui/six-words-form.tsx'
import { type CommentedWave, commentedWavesQuery } from './api/commented-waves.ts'
import { sealedAnswersQuery } from './api/sealed-answers.ts'
import { OwnAnswers } from './own-answers.tsx'

/** What was answered to comments that were written on this device, or whose six words somebody has. Opened on this device. */
export function AnswersToComments() {
  const { t } = useTexts()
  const id = useId()
  const [own, setOwn] = useState(() => [...ownCommentsIn().all()].reverse())
  const [secret, setSecret] = useState<string>()
  const query = useQuery(commentedWavesQuery)
  // Whoever opens this page fetches the answers of all pulses: asking for some would tell that somebody wrote, and when.
  useQueries({ queries: (query.data?.waves ?? []).map(({ wave }) => sealedAnswersQuery(wave)) })
  function forget({ id: one }: OwnComments): void {
    ownCommentsIn().drop(one)
    setOwn((all) => all.filter((other) => other.id !== one))
  }
  return (
    <Card labelledBy={id}>
      <h2 id={id}>{t('replies.title')}</h2>
      <p className="measure">{t('replies.lead')}</p>
      <Loaded query={query}>
        {({ waves }) => (
          <>
            {own.length === 0 && <p className="soft">{t('replies.none')}</p>}
            {own.map((one) => (
              <OfDevice
                key={one.id}
                own={one}
                wave={waves.find(({ wave }) => wave === one.wave)}
                onForget={() => forget(one)}
              />
            ))}
            <Disclosure summary={t('replies.have')}>
              <SixWordsForm onSecret={setSecret} />
              {secret && <Found key={secret} secret={secret} waves={waves} />}
            </Disclosure>
          </>
        )}
      </Loaded>
    </Card>
  )
}

type OfDeviceProps = { own: OwnComments; wave: CommentedWave | undefined; onForget: () => void }

function OfDevice({ own, wave, onForget }: OfDeviceProps) {
  const { t } = useTexts()
  const none = t('replies.not-yet', { wave: own.label })
  const [shown, setShown] = useState(false)
  return (
    <div className="stack">
      {wave ? (
        <OwnAnswers wave={wave} secret={own.secret} keeps none={none} />
      ) : (
        <p className="soft">{none}</p>
      )}
      <div className="own-answers-acts">
        <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
          {t('replies.words')}
        </Button>
        <Button look="quiet" onClick={onForget}>
          {t('replies.forget', { wave: own.label })}
        </Button>
      </div>
      {shown && (
        <>
          <p className="measure">{t('replies.words-hint')}</p>
          <SixWords secret={own.secret} />
        </>
      )}
    </div>
  )
}

/** All waves are tried: the words do not say which one they belong to. */
function Found({ secret, waves }: { secret: string; waves: readonly CommentedWave[] }) {
  const { t } = useTexts()
  return (
    <div className="stack">
      {waves.length === 0 && <p className="soft">{t('replies.nothing')}</p>}
      {waves.map((wave) => (
        <OwnAnswers
          key={wave.wave}
          wave={wave}
          secret={secret}
          keeps={false}
          none={t('replies.not-yet', { wave: wave.label })}
        />
      ))}
    </div>
  )
}
