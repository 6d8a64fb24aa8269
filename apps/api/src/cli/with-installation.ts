import { type Installation, openInstallation, requireSettings } from './installation.ts'

/** Opens the installation for one short command, and closes it whatever happens. A running Chorus is not disturbed. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(requireSettings())
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}
