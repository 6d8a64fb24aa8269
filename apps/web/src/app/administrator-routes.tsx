import { SignInSettingsPage } from '../features/sign-in-settings/settings-page.tsx'
import { ForRoles } from './for-roles.tsx'

export function SignInSettingsRoute() {
  return (
    <ForRoles roles={['administrator']}>
      <SignInSettingsPage />
    </ForRoles>
  )
}
