/** Spaces and line ends flow together; no-break spaces stay what they are. */
export const flowed = (text: string): string => text.replace(/[^\S\u00a0\u202f]+/g, ' ')
