import type { AnonymousHost } from './anonymous-host.ts'

/** Everything comes from this server and nothing else: no inline script, no foreign font, picture or frame. */
export function contentSecurityPolicy(anonymous: AnonymousHost | null) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      ...(anonymous === null ? {} : { connectSrc: ["'self'", anonymous.origin] }),
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  }
}
