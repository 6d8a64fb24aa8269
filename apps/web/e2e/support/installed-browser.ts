import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { FoundBrowser } from './found-browser.ts'

/** A Chrome, Chromium or Edge of this machine that really starts: some distributions put only a signpost there. */
export function installedBrowser(): FoundBrowser | undefined {
  const executablePath = usualPlaces().find((place) => existsSync(place) && starts(place))
  return executablePath === undefined ? undefined : { executablePath }
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    return roots.flatMap((root) =>
      root
        ? [
            join(root, 'Google/Chrome/Application/chrome.exe'),
            join(root, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    )
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function starts(executable: string): boolean {
  // On Windows asking for the version opens a window.
  if (process.platform === 'win32') return true
  try {
    execFileSync(executable, ['--version'], { stdio: 'ignore', timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
