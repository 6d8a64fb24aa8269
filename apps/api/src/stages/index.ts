import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { collectRoutes } from './collect/routes.ts'
import { publishRoutes } from './publish/routes.ts'
import { reportRoutes } from './report/routes.ts'
import { sealRoutes } from './seal/routes.ts'

/** The four stages, in the order in which a wave goes through them. */
export const stages: readonly ((app: App, parts: Parts) => void)[] = [
  collectRoutes,
  sealRoutes,
  publishRoutes,
  reportRoutes,
]
