import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Everything that axe finds on the page as it stands, one line for each rule with the elements that break it.
 * @param colours whether colours are looked at, which takes longer than all the rest; they do not depend on the language
 */
export async function axeFaults(page: Page, { colours = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: colours } },
    })
    // Results of several frames are put together in a page of their own, which takes as long as finding them: for one frame there is no need.
    .setLegacyMode(page.frames().length === 1)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
