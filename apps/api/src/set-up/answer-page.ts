import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commentDimension } from '@chorus/contracts/collect'
import type { Locale } from '@chorus/contracts/locale'
import { scalesOfWave } from '@chorus/instruments/rotation'
import { filled, loadDrawing } from '../http/survey-page.ts'
import type { CompleteDraft } from './complete-draft.ts'
import { firstWave } from './invitation-page.ts'

/** And what stands in their place where scripts are off. */
const scripts = /<script\b[^>]*><\/script>|<noscript>.*?<\/noscript>/gs

/**
 * Draws the survey page of the first wave with the very code that draws it for employees. Its script is never run in a preview, so that nothing can
 * be sent. Null where the pages were not built.
 */
export function answerPageDrawing(webFolder: string | null) {
  const file = join(webFolder ?? '', 'answer.html')
  return async (draft: CompleteDraft, lang: Locale, now: Date): Promise<string | null> => {
    const draws = webFolder !== null && existsSync(file) ? await loadDrawing(webFolder) : undefined
    if (!draws) return null
    const shell = readFileSync(file, 'utf8').replaceAll(scripts, '')
    const scales = scalesOfWave(draft.instrument, 0, draft.rotation)
    const asked = {
      label: firstWave(draft, now).label,
      policy: draft.policy,
      scales,
      // Of a manifest's groups the page reads one thing: which scales take comments.
      cohorts: draft.policy.comments
        ? scales.map(({ id }, position) => ({ dimension: commentDimension(position), scale: id }))
        : [],
    }
    return filled(shell, lang, await draws.renderFirstPage(JSON.stringify(asked), lang))
  }
}
