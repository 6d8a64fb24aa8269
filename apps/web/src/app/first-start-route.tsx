import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { firstStartQuery } from '../features/first-start/api/first-start.ts'
import { FirstStartPage } from '../features/first-start/first-start-page.tsx'
import { useTexts } from '../lib/i18n/texts.ts'
import { Loaded } from '../ui/loaded.tsx'
import { changeSession } from './session.ts'

/** From an empty installation to the guided set-up; afterwards nothing but the way to signing in. */
export function FirstStartRoute() {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  return (
    <Loaded query={useQuery(firstStartQuery)} title={t('first-start.title')}>
      {({ open }) =>
        open ? (
          <FirstStartPage
            onFounded={(session) => {
              changeSession(client, session)
              void navigate({ to: '/set-up', replace: true })
            }}
          />
        ) : (
          <Navigate to="/sign-in" replace />
        )
      }
    </Loaded>
  )
}
