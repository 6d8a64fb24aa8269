import type { Role } from '@chorus/contracts/session'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { showMoment } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { jobsQuery, reportedQuery, ruleChangesQuery, setUpQuery } from './api/attention.ts'
import { type Matter, whatNeedsAttention } from './what-needs-attention.ts'
import './attention.css'

/** For those who run programmes or watch over them. What could not be loaded is told on its own page. */
export function Attention({ roles }: { roles: readonly Role[] }) {
  const { t, locale } = useTexts()
  const isHr = roles.includes('hr')
  const jobs = useQuery(jobsQuery)
  const rules = useQuery(ruleChangesQuery)
  const setUp = useQuery({ ...setUpQuery, enabled: isHr })
  const reported = useQuery({ ...reportedQuery, enabled: isHr })
  if (!jobs.data || !rules.data || (isHr && !(setUp.data && reported.data))) return null
  const matters = whatNeedsAttention({
    jobs: jobs.data,
    rules: rules.data,
    setUp: setUp.data,
    reported: reported.data,
  })
  const seesProgrammes = isHr || roles.includes('auditor')
  const wordsOf = (matter: Matter) => ({
    ...('count' in matter ? { count: matter.count } : {}),
    ...('wave' in matter ? { wave: matter.wave } : {}),
    ...('moment' in matter ? { moment: showMoment(matter.moment, locale) } : {}),
  })
  return (
    <section className="attention" aria-labelledby="attention">
      <h2 id="attention">{t('start.attention')}</h2>
      {matters.length === 0 ? (
        <p className="soft">{t('start.nothing')}</p>
      ) : (
        <ul>
          {matters.map((matter) => (
            <li key={'id' in matter ? `${matter.what} ${matter.id}` : matter.what}>
              <Link
                className={`matter matter-${tones[matter.what]}`}
                {...placeOf(matter.what, seesProgrammes)}
              >
                <span className="matter-title">{t(`start.${matter.what}`, wordsOf(matter))}</span>
                <span>{t(`start.${matter.what}-words`, wordsOf(matter))}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const tones = {
  trouble: 'wrong',
  decide: 'waiting',
  waits: 'calm',
  reported: 'waiting',
  sealed: 'waiting',
  nobody: 'waiting',
  draft: 'waiting',
  open: 'calm',
  next: 'calm',
} as const satisfies Record<Matter['what'], string>

function placeOf(what: Matter['what'], seesProgrammes: boolean): Pick<LinkProps, 'to' | 'hash'> {
  switch (what) {
    case 'decide':
    case 'waits':
      return { to: '/trust', hash: 'rule-changes' }
    case 'reported':
      return { to: '/moderation' }
    case 'nobody':
      return { to: '/organisation' }
    case 'draft':
      return { to: '/set-up' }
    case 'sealed':
    case 'open':
      return { to: seesProgrammes ? '/programmes' : '/jobs' }
    case 'trouble':
    case 'next':
      return { to: '/jobs' }
  }
}
