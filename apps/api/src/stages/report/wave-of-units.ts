import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { WaveCells } from './wave-cells.ts'

/** One released wave with the cells of many units at hand. */
export type WaveOfUnits = { readonly header: ReleaseHeader; readonly cells: WaveCells }
