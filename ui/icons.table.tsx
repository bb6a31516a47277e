/** Drawn on a 16 by 16 grid with a 1.5 stroke. */
export const PATHS = {
  "arrow-down": (
    <>
      <path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />
    </>
  ),
  "arrow-up": (
    <>
      <path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />
    </>
  ),
  back: (
    <>
      <path d="M10 3.5 5.5 8l4.5 4.5" />
    </>
  ),
  bell: (
    <>
      <path d="M4 7a4 4 0 0 1 8 0c0 3.4 1.4 4.4 1.4 4.4H2.6S4 10.4 4 7M6.6 13.6h2.8" />
    </>
  ),
  book: (
    <>
      <path d="M3 2.8h7.5A2.5 2.5 0 0 1 13 5.3v8H5A2 2 0 0 1 3 11.3z" />
      <path d="M3 11.3a2 2 0 0 1 2-2h8" />
    </>
  ),
  bookmark: (
    <>
      <path d="M4 2.5h8v11L8 10.6 4 13.5z" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.8h11M5.5 2v3M10.5 2v3" />
    </>
  ),
  chart: (
    <>
      <path d="M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6" />
    </>
  ),
  check: (
    <>
      <path d="m3.5 8.4 3 3 6-6.6" />
    </>
  ),
  "chevron-down": (
    <>
      <path d="m3.5 6 4.5 4.5L12.5 6" />
    </>
  ),
  "chevron-right": (
    <>
      <path d="m6 3.5 4.5 4.5L6 12.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  cross: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  "dashed-ring": (
    <>
      <circle cx="8" cy="8" r="5.6" strokeDasharray="2.2 2.2" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="currentColor" />
      <path d="M8 4.8v3.8M8 10.9v.1" stroke="#fff" />
    </>
  ),
  document: (
    <>
      <path d="M4 2h5l3.5 3.5V14H4z" />
      <path d="M9 2v3.5h3.5M6 8.5h4M6 11h4" />
    </>
  ),
  edit: (
    <>
      <path d="m10.5 3 2.5 2.5-7.5 7.5H3v-2.5z" />
    </>
  ),
  exit: (
    <>
      <path d="M9.5 2.5h-6v11h6M7 8h7M11.5 5.5 14 8l-2.5 2.5" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  filter: (
    <>
      <path d="M2 4h12M4.5 8h7M6.7 12h2.6" />
    </>
  ),
  gear: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4" />
    </>
  ),
  grid: (
    <>
      <path d="M2.5 2.5h11v11h-11zM2.5 8h11M8 2.5v11" />
    </>
  ),
  "half-disc": (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" stroke="none" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.9c-.5.2-.8.5-.8 1.1M8 11.3v.1" />
    </>
  ),
  home: (
    <>
      <path d="M2.5 7.5 8 2.8l5.5 4.7v6H9.8V10H6.2v3.5H2.5z" />
    </>
  ),
  inbox: (
    <>
      <path d="M2 9.5 3.8 3.5h8.4L14 9.5v3H2z" />
      <path d="M2 9.5h3.4c.3 1.3 1.3 2 2.6 2s2.3-.7 2.6-2H14" />
    </>
  ),
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  menu: (
    <>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />
    </>
  ),
  merge: (
    <>
      <path d="M4 2.5v3c0 2 4 2.5 4 5v3M12 2.5v3c0 2-4 2.5-4 5" />
    </>
  ),
  microphone: (
    <>
      <rect x="6" y="2" width="4" height="7" rx="2" />
      <path d="M3.5 7.5a4.5 4.5 0 0 0 9 0M8 12v2" />
    </>
  ),
  "minus-ring": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M5 8h6" />
    </>
  ),
  "pause-ring": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.4 5.8v4.4M9.6 5.8v4.4" />
    </>
  ),
  pin: (
    <>
      <path d="M8 14s4.6-4.2 4.6-7.5a4.6 4.6 0 0 0-9.2 0C3.4 9.8 8 14 8 14z" />
      <circle cx="8" cy="6.5" r="1.5" />
    </>
  ),
  plane: (
    <>
      <path d="M14 2 7 9M14 2 9.6 14 7 9 2 6.4z" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  print: (
    <>
      <path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2" />
      <rect x="4.5" y="9.5" width="7" height="4" />
    </>
  ),
  ring: (
    <>
      <circle cx="8" cy="8" r="5.6" />
    </>
  ),
  rules: (
    <>
      <path d="M3 3.5h6M3 8h10M3 12.5h4" />
      <circle cx="11.5" cy="3.5" r="1.5" />
      <circle cx="9.5" cy="12.5" r="1.5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.4 3.4" />
    </>
  ),
  similar: (
    <>
      <rect x="2.5" y="2.5" width="8" height="8" rx="1.5" />
      <path d="M13.5 6v6a1.5 1.5 0 0 1-1.5 1.5H6" />
    </>
  ),
  sort: (
    <>
      <path d="M8 3v10M5 10l3 3 3-3" />
    </>
  ),
  stamp: (
    <>
      <path d="M3 13.5h10M3.5 11h9V9.2H9.3c-.4-1.7.9-2.6.9-4.3a2.2 2.2 0 0 0-4.4 0c0 1.7 1.3 2.6.9 4.3H3.5z" />
    </>
  ),
  sync: (
    <>
      <path d="M13 5.5A5.5 5.5 0 0 0 3 6M3 10.5A5.5 5.5 0 0 0 13 10M13 2.5v3h-3M3 13.5v-3h3" />
    </>
  ),
  talk: (
    <>
      <path d="M2.5 3.5h11v7.5H7l-3 2.5V11H2.5z" />
    </>
  ),
  template: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <path d="M2.5 6h11M6 6v7.5" />
    </>
  ),
  "ticked-ring": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.8" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 2.4 14 13H2z" />
      <path d="M8 6.4v3M8 11.2v.1" />
    </>
  ),
  "two-rings": (
    <>
      <circle cx="5.8" cy="8" r="4" />
      <circle cx="10.2" cy="8" r="4" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6" />
    </>
  ),
  upload: (
    <>
      <path d="M8 10.5v-8M4.5 6 8 2.5 11.5 6M2.5 11v2.5h11V11" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.5" r="2.8" />
      <path d="M2.8 13.8c.6-2.8 2.6-4.2 5.2-4.2s4.6 1.4 5.2 4.2" />
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13.5c.5-2.6 2.2-4 4.5-4s4 1.4 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.9c1.4.5 2.2 1.7 2.5 3.6" />
    </>
  ),
} as const;
