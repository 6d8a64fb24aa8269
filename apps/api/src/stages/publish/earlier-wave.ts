import { auditedBlocks } from '@chorus/anonymity/audited-wave'
import type { EarlierWave } from '@chorus/anonymity/publish-input'
import { unitDimension } from '@chorus/contracts/collect'
import type { Closer } from '@chorus/db/database'
import { readImportedGroups } from '@chorus/db/stores/imported-waves'
import { type ReleaseHeader, readReleasedWave } from '@chorus/db/stores/releases'
import { countAnswers } from '@chorus/db/stores/sealed-waves'
import { type Block, blocksOf } from '@chorus/instruments/score'

/** A wave that is out already, with how many answered in each unit. */
export async function earlierWave(closer: Closer, header: ReleaseHeader): Promise<EarlierWave> {
  const { units, instrument } = header
  const blocks = blocksOf(instrument.scales)
  const groups = header.source === 'own' ? countedGroups : importedGroups
  return {
    wave: await readReleasedWave(closer, header),
    scales: instrument.scales,
    behind: { units, blocks: auditedBlocks(blocks), groups: await groups(closer, header, blocks) },
  }
}

type Groups = EarlierWave['behind']['groups']

/**
 * The lists of counted ballots say how many answered. Who skipped a question is known of no own wave, so everybody counts for all that
 * was shown.
 */
async function countedGroups(
  closer: Closer,
  header: ReleaseHeader,
  blocks: readonly Block[],
): Promise<Groups> {
  const answered = await countAnswers(closer, header, unitDimension)
  return answered.map(({ unit, answers }) => ({
    unit,
    cut: {},
    respondents: answers,
    complete: blocks.map(() => answers),
  }))
}

async function importedGroups(
  closer: Closer,
  header: ReleaseHeader,
  blocks: readonly Block[],
): Promise<Groups> {
  const groups = await readImportedGroups(closer, header)
  return groups.map(({ unit, respondents, complete }) => ({
    unit,
    cut: {},
    respondents,
    complete: blocks.map(({ id }) => complete[id] ?? 0),
  }))
}
