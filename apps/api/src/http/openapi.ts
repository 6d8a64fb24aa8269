export const apiDescription = {
  openapi: '3.1.0',
  info: {
    title: 'Chorus',
    version: '1.0.0',
    description:
      'Collect -> Seal -> Publish -> Report. Refusals are problem documents (RFC 9457) with a stable code.',
  },
}
