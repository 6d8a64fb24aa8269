import { PasswordPage } from '../features/password/password-page.tsx'
import { SignInSettingsPage } from '../features/sign-in-settings/settings-page.tsx'
import { ForRoles } from './for-roles.tsx'

export function SignInSettingsRoute() {
  return (
    <ForRoles roles={['administrator']}>
      <SignInSettingsPage />
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
