/** The site's ink, paper and brick, as its style sheet has them. */
export const paper = '#f7f3ec'
export const ink = '#1c1917'
export const quiet = '#685e54'
export const rule = '#d8cfc1'
export const brick = '#97391f'
