import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { boardRoutes } from './actions/board-routes.ts'
import { oneActionRoute } from './actions/one-action.ts'
import { actionRoutes } from './actions/routes.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { experimentRoutes } from './experiments/routes.ts'
import { exportRoutes } from './export/routes.ts'
import { feedbackRequestRoutes } from './feedback/request-routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { lessonFilterRoutes } from './lessons/filter-routes.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { loopRoutes } from './loop/routes.ts'
import { measureRoutes } from './measures/routes.ts'
import { reportRoutes } from './moderation/report-routes.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { colleagueRoutes } from './people/routes.ts'
import { readinessRoutes } from './readiness/routes.ts'
import { recognitionRoutes } from './recognition/routes.ts'
import { facilitateRoutes } from './reflections/facilitate-routes.ts'
import { reflectionPostRoutes } from './reflections/post-routes.ts'
import { reflectionRoutes } from './reflections/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { threadRoutes } from './thread/routes.ts'
import { welcomeRoutes } from './welcome/routes.ts'
import { writtenRoutes } from './written/routes.ts'

/** The learning loop, in the open and under names: its table of contents. Nothing in it reads an answer. */
export const community: readonly ((app: App, parts: Parts) => void)[] = [
  actionRoutes,
  boardRoutes,
  oneActionRoute,
  experimentRoutes,
  loopRoutes,
  lessonRoutes,
  reviewRoutes,
  agreementRoutes,
  reflectionRoutes,
  facilitateRoutes,
  reflectionPostRoutes,
  recognitionRoutes,
  feedbackRoutes,
  feedbackRequestRoutes,
  measureRoutes,
  readinessRoutes,
  lessonFilterRoutes,
  threadRoutes,
  colleagueRoutes,
  notificationRoutes,
  reportRoutes,
  moderationRoutes,
  writtenRoutes,
  exportRoutes,
  welcomeRoutes,
]
