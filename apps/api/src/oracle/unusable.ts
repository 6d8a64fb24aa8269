/** A case that cannot be computed as it stands: one sentence that says what is wrong, where, and what would do. */
export class Unusable extends Error {}
