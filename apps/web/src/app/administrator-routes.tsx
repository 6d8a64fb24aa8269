import { PasswordPage } from '../features/password/password-page.tsx'
import { WaitingChanges } from '../features/rules/waiting-changes.tsx'
import { SignInSettingsPage } from '../features/sign-in-settings/settings-page.tsx'
import { ForRoles } from './for-roles.tsx'

export function SignInSettingsRoute() {
  return (
    <ForRoles roles={['administrator']}>
      <SignInSettingsPage>
        <WaitingChanges alone="sign-in" />
      </SignInSettingsPage>
    </ForRoles>
  )
}

export function PasswordRoute() {
  return (
    <ForRoles roles={['administrator']}>
      <PasswordPage />
    </ForRoles>
  )
}
