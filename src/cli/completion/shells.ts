/** The shells that a script can be written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** See {@link shells}. */
export type Shell = (typeof shells)[number];
