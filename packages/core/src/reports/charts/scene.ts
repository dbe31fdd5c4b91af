/**
 * A chart as a list of marks, drawn the same in the dashboard, the mail and the PDF. Colours are named by their role;
 * the palette of the place decides what they look like.
 */
export interface Scene {
  /** Logical pixels. */
  readonly width: number;
  readonly height: number;
  /** The finding in one sentence; what a person hears who does not see the drawing. */
  readonly label: string;
  readonly marks: readonly Mark[];
}

export type Ink = "paper" | "ink" | "soft" | "faint" | "line" | "accent" | "accentWash" | "wheat" | "poppy" | "leaf";

export type Mark =
  | {
      readonly kind: "path";
      /** SVG path data. */
      readonly d: string;
      readonly stroke?: Ink;
      readonly fill?: Ink;
      readonly width?: number;
      /** Dash and gap, logical pixels. */
      readonly dash?: readonly [number, number];
    }
  | { readonly kind: "circle"; readonly x: number; readonly y: number; readonly r: number; readonly fill: Ink }
  | {
      readonly kind: "text";
      readonly x: number;
      /** The base line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: Ink;
      readonly anchor: "start" | "middle" | "end";
      readonly bold?: boolean;
    };

export type Palette = Readonly<Record<Ink, string>>;

/** The tokens of the light theme; also what mail and PDF are drawn in. */
export const lightPalette: Palette = {
  paper: "#FFFFFF",
  ink: "#1B1C21",
  soft: "#5A5D68",
  faint: "#8B8E99",
  line: "#E4E1D8",
  accent: "#3457D5",
  accentWash: "#E8ECFA",
  wheat: "#8A5A12",
  poppy: "#B02A22",
  leaf: "#1A6B43",
};
