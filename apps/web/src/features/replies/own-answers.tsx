import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { OwnComments } from '../../lib/device/own-comments.ts'
import { showDay } from '../../lib/format/dates.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import type { CommentedWave } from './api/commented-waves.ts'
import { sealedAnswersQuery } from './api/sealed-answers.ts'
import type { OpenedAnswer } from './open-answers.ts'
import { Reply } from './reply.tsx'
import './own-answers.css'

type Props = { wave: CommentedWave; secret: OwnComments['secret']; keeps: boolean; none: string }

/**
 * The answers of one wave that open with one secret.
 * @param keeps whether the device may keep that a reply was sent
 * @param none what to say where none opens
 */
export function OwnAnswers({ wave, secret, keeps, none }: Props) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['own-answers', wave.wave, secret],
    queryFn: async (): Promise<OpenedAnswer[]> => {
      const [sealed, { openAnswers }] = await Promise.all([
        client.fetchQuery(sealedAnswersQuery(wave.wave)),
        import('./open-answers.ts'),
      ])
      return openAnswers(secret, wave.wave, sealed)
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <Loaded query={query}>
      {(answers) =>
        answers.length === 0 ? (
          <p className="soft">{none}</p>
        ) : (
          answers.map((answer) => <OwnAnswer key={answer.id} wave={wave} answer={answer} keeps={keeps} />)
        )
      }
    </Loaded>
  )
}

function OwnAnswer({ wave, answer, keeps }: { wave: CommentedWave; answer: OpenedAnswer; keeps: boolean }) {
  const { t, locale } = useTexts()
  const scale = wave.scales.find(({ id }) => id === answer.scale)
  const name = scale ? localised(scale.name, locale).text : answer.scale
  return (
    <article className="stack own-answer">
      <h3>{t('replies.on', { scale: name, wave: wave.label })}</h3>
      <p className="small soft">
        {answer.unit === null ? t('replies.from-hr') : t('replies.from-manager', { unit: answer.unit })} ·{' '}
        {showDay(answer.readableOn, locale)}
      </p>
      <p className="own-answer-text" dir="auto">
        {answer.text}
      </p>
      <Reply wave={wave.wave} answer={answer} keeps={keeps} />
    </article>
  )
}
