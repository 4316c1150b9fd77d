import type { ComponentChildren } from 'preact'

/** Icons are drawn on a 24 px grid in the colour of the text, and say nothing to screen readers: a word always does. */
function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export const PlusIcon = () => (
  <Icon>
    <path d="M12 5v14M5 12h14" />
  </Icon>
)

export const MinusIcon = () => (
  <Icon>
    <path d="M5 12h14" />
  </Icon>
)

export const WholeIcon = () => (
  <Icon>
    <path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
)

export const LoupeIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6" />
    <path d="m15 15 5.5 5.5" />
  </Icon>
)

export const LinkIcon = () => (
  <Icon>
    <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17" />
  </Icon>
)

/** A belfry: the network's mark. */
export const Belfry = () => (
  <svg class="belfry" viewBox="0 0 24 40" width="24" height="40" aria-hidden="true" focusable="false">
    <path d="M12 0v5M12 4.500 8.500 12h7zM7 12h10v6H7zM4 18h16v3H4zM5.500 21h13v19h-13z" />
    <path
      class="opening"
      d="M10.200 13.500h3.600V18h-3.600zM12 25.500a2.600 2.600 0 1 0 .01 0zM10 40v-5a2 2 0 0 1 4 0v5z"
    />
  </svg>
)

export const PreviousIcon = () => (
  <Icon>
    <path d="M14.5 5.5L8 12l6.5 6.5" />
  </Icon>
)

export const NextIcon = () => (
  <Icon>
    <path d="M9.5 5.5L16 12l-6.5 6.5" />
  </Icon>
)
