/** Small pictures, drawn in the colour of the text around them. */

const PATHS = {
  overview: "M3 9.5 10 3.5l7 6V16a1 1 0 0 1-1 1h-4v-4.5H8V17H4a1 1 0 0 1-1-1z",
  tasks: "M4 5h12M4 10h12M4 15h8",
  agents: "M3.5 4.5h13v4.5h-13zM3.5 11h13v4.5h-13zM6 6.8h.01M6 13.2h.01",
  frameworks: "M10 2.8 16.5 6.4v7.2L10 17.2 3.5 13.6V6.4zM10 10v7M10 10 3.7 6.5M10 10l6.3-3.5",
  roles:
    "M10 4v4M10 8H5v4M10 8h5v4M8.5 2.5h3v3h-3zM3.5 12h3v3h-3zM13.5 12h3v3h-3zM8.5 12h3v3h-3zM10 8v4",
  offers: "M3 10.5 10.5 3H17v6.5L9.5 17zM13.5 6.5h.01",
  maintenance:
    "M12.5 3.2a4 4 0 0 0-4 5.3L3.2 13.8l3 3 5.3-5.3a4 4 0 0 0 5.3-4.7L14.4 9 11.6 8.4 11 5.6z",
  log: "M5 3h7l3 3v11H5zM7.5 9h5M7.5 12h5M7.5 15h3",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4",
  theme: "M10 2.8a7.2 7.2 0 1 0 0 14.4zM10 2.8a7.2 7.2 0 0 1 0 14.4",
  clock: "M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4zM10 6v4.3l2.8 1.7",
  copy: "M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z",
  download: "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
  folder: "M2.8 5h5l1.5 2h8v8.5H2.8z",
  file: "M5 2.8h6.5L15 6.3v11H5zM11.5 2.8v3.5H15",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "M5 5l10 10M15 5 5 15",
  external: "M8 4H4v12h12v-4M11 3.5h5.5V9M16.5 3.5 9 11",
  chevron: "M7 4l6 6-6 6",
  warning: "M10 3 18 16.5H2zM10 8v4M10 14.3h.01",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Mark() {
  return (
    <svg class="mark-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path class="mark-hull" d="M12 1.8 20.8 6.9v10.2L12 22.2 3.2 17.1V6.9z" />
      <path class="mark-core" d="M12 7.2 16.2 9.6v4.8L12 16.8 7.8 14.4V9.6z" />
    </svg>
  );
}
