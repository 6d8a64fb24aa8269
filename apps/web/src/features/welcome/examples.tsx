import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Mentions } from '../../ui/mentions.tsx'
import { welcomeQuery } from './api/welcome.ts'

/** Learning moments that HR or who leads chose as good examples. */
export function Examples() {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(welcomeQuery)}>
      {({ examples }) => (
        <>
          <p className="measure">
            {t(examples.length > 0 ? 'welcome.examples-words' : 'welcome.examples-none')}
          </p>
          <ul className="stack">
            {examples.map(({ id, title, learned, language }) => (
              <li key={id} className="stack stack-tight">
                <Link to="/lessons/$lesson" params={{ lesson: id }} dir="auto" lang={language}>
                  {title}
                </Link>
                <p className="measure" dir="auto" lang={language}>
                  <Mentions text={learned} />
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  )
}
